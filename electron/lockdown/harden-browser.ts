/*
 * Threat: Chromium asks nobody about some of what it sends: sign-in with an identity provider, reports of errors and of
 * network failures, peers found by UDP, a second transport beside TLS. No session's filter sees these.
 */

/** What the kiosk turns off in the browser part, for every page, before it starts. */
const hardeningSwitches: ReadonlyMap<string, string> = new Map([
  ['disable-quic', ''],
  ['disable-domain-reliability', ''],
  ['disable-component-update', ''],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
])

const disabledFeatures = [
  'DocumentPictureInPictureAPI',
  'DocumentReporting',
  'FedCm',
  'NetworkErrorLogging',
  'Reporting',
  'WebAuthenticationRelatedOrigin',
]

/** The browser part's command line, as Electron gives it. */
export interface BrowserCommandLine {
  getSwitchValue(name: string): string
  appendSwitch(name: string, value?: string): void
}

/** Adds the switches. Features that something else turned off stay off: a second list would take the place of the first. */
export function hardenBrowser(commandLine: BrowserCommandLine): void {
  for (const [name, value] of hardeningSwitches) commandLine.appendSwitch(name, value)
  const already = commandLine.getSwitchValue('disable-features').split(',')
  const all = [...already, ...disabledFeatures].filter(name => name !== '')
  commandLine.appendSwitch('disable-features', [...new Set(all)].join(','))
}
