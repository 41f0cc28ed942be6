import type { BrowserCommandLine } from './harden-browser.ts'

/*
 * Threat: what Chromium sends without asking any listener of a session (names resolved ahead, hints before an answer,
 * sockets of workers, peers, sign-in providers), and what its own parts send. All of it goes by the process's proxy and
 * resolver, and by no other setting: a session's own proxy misses some (docs/threat-model.md).
 */

/**
 * Binds the whole browser part to one place on this machine, for as long as it runs.
 *
 *  - Every connection goes to the relay, also those to this machine (`<-loopback>`).
 *  - No name is resolved here but the relay's own address, so none is asked for: where the way out is closed, nothing is said.
 *  - Has to be called before Electron is ready: later, Chromium has read its command line.
 */
export function keepToWayOut(commandLine: Pick<BrowserCommandLine, 'appendSwitch'>, port: number): void {
  commandLine.appendSwitch('proxy-server', `http://127.0.0.1:${port}`)
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
}
