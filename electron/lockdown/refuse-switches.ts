/*
 * Threat: whoever can alter how the kiosk is started (a boot entry, a service file, a shell they should not
 * have) adds a switch that opens a debugger, drops the sandbox, or sends the traffic elsewhere. Electron's
 * fuses close only the Node ones. So the kiosk looks for itself, before anything else runs, and stops.
 */

/** What no kiosk starts with, packaged or not. A name ending in `*` stands for everything it begins. */
const dangerous = [
  'allow-file-access*',
  'allow-running-insecure-content',
  'auth-server-*',
  'browser-subprocess-path',
  'disable-setuid-sandbox',
  'disable-site-isolation*',
  'disable-web-security',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors*',
  'inspect*',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'no-zygote-sandbox',
  'proxy-*',
  'remote-allow-origins',
  'remote-debugging-*',
  'renderer-cmd-prefix',
  'renderer-process-limit',
  'ssl-key-log-file',
  'unsafely-*',
  'user-data-dir',
  'utility-cmd-prefix',
] as const

/** All a packaged kiosk takes: which display it is on, and whether its graphics hardware is to be trusted. */
const harmless: ReadonlyMap<string, RegExp> = new Map([
  ['ozone-platform', /^(?:x11|wayland)$/],
  ['disable-gpu', /^$/],
])

/**
 * What Playwright starts Electron with. A packaged kiosk refuses these too: there is no environment
 * variable and no setting that lets it take them. Held by "refuses a test's debugger when packaged".
 */
const forTests: ReadonlyMap<string, RegExp> = new Map([
  ['inspect', /^0$/],
  ['remote-debugging-port', /^0$/],
  ['unsafely-disable-devtools-self-xss-warnings', /^$/],
])

export interface Switch {
  readonly name: string
  readonly value: string
}

export type SwitchDecision = { readonly effect: 'start' } | { readonly effect: 'refuse'; readonly name: string }

/**
 * Decides whether the kiosk may start with these switches.
 *
 *  - Packaged: whatever is not listed as harmless is refused, known to be dangerous or not.
 *  - Not packaged (development, end-to-end tests): the dangerous ones are refused, but for a test's debugger.
 */
export function evaluateSwitches(switches: readonly Switch[], isPackaged: boolean): SwitchDecision {
  const refused = switches.find(given => (isPackaged ? !isHarmless(given) : isDangerous(given) && !isForTests(given)))
  return refused === undefined ? { effect: 'start' } : { effect: 'refuse', name: refused.name }
}

/** Reads a command line as Chromium does on Linux: one dash or two, and `--` ends the switches. */
export function parseSwitches(args: readonly string[]): Switch[] {
  const end = args.indexOf('--')
  return args
    .slice(0, end === -1 ? args.length : end)
    .filter(arg => /^--?[^-=]/.test(arg))
    .map(arg => {
      const [, name = '', value = ''] = /^--?([^=]*)=?(.*)$/s.exec(arg) ?? []
      return { name: name.toLowerCase(), value }
    })
}

const isHarmless = ({ name, value }: Switch) => harmless.get(name)?.test(value) === true
const isForTests = ({ name, value }: Switch) => forTests.get(name)?.test(value) === true
const isDangerous = ({ name }: Switch) =>
  dangerous.some(known => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known))
