import type { Check, Look } from './check.ts'
import type { TerminalFacts } from './terminal-facts.ts'

const MIB = 1024 * 1024
const HOUR_MS = 60 * 60 * 1000
/** Beyond this the server refuses a terminal's token (`TERMINAL_TOKEN_SKEW_SECONDS`). */
const REFUSED_OFFSET_MS = 120_000
const WRONG_OFFSET_MS = 10_000

const NO_DATA = 'The kiosk has nowhere to keep what people confirm, so it takes nothing.'

const hours = (ms: number) => `${(ms / HOUR_MS).toFixed(1)} h`

/** What the terminal knows, keeps and holds. */
export const terminalChecks: readonly Check<TerminalFacts>[] = [
  {
    check: 'terminal.configuration',
    about: 'who this terminal is',
    want: 'enrolled',
    means: 'The terminal is not enrolled, or its configuration cannot be used. It shows a code and nothing else.',
    remedy: 'Enrol it: guichet enrol on the server, the code on the terminal’s screen.',
    look: ({ configuration, terminal }) => ({
      state: configuration === 'usable' ? 'ok' : 'fail',
      got: configuration === 'usable' ? `terminal ${terminal?.name ?? ''}`.trim() : configuration,
    }),
  },
  {
    check: 'terminal.key',
    about: 'who may read the terminal’s key',
    want: 'its own account, mode 0600',
    means: 'Another account can read the key and speak as this terminal.',
    remedy:
      'chmod 600 and chown it to guichet-terminal. If somebody was there, revoke the terminal and enrol it again.',
    look: ({ key }) => {
      if (key === null) return { state: 'fail', got: 'missing', means: 'There is no key.', remedy: 'Enrol it again.' }
      const isClose = (key.mode & 0o077) === 0 && key.isOwn
      return {
        state: isClose ? 'ok' : 'fail',
        got: `mode 0${key.mode.toString(8)}${key.isOwn ? '' : ', another’s file'}`,
      }
    },
  },
  {
    check: 'control.document',
    about: 'what wardens ordered',
    want: 'kept, and its version known',
    means: 'What is open and closed is not known here. Everything is closed until the server says it again.',
    remedy: 'Give it a line. If it stays, look at what was set aside in the data folder.',
    look: ({ control: { document, highestVersion } }) => ({
      state: document === 'kept' ? 'ok' : document === 'unusable' || (highestVersion ?? 0) > 0 ? 'fail' : 'warn',
      got: document === 'kept' ? `version ${highestVersion ?? '?'}` : document,
    }),
  },
  {
    check: 'control.lease',
    about: 'how long the prison was not heard from',
    want: 'less than the lease',
    means: 'The lease has ended: everything is closed until the server is heard.',
    remedy: 'Give it a line, then see network.server.',
    look: ({ control }) => judgeLease(control),
  },
  {
    check: 'journal.state',
    about: 'the record of what people confirmed',
    want: 'readable, nothing damaged',
    means: 'Something that a person confirmed may be lost. Copies of damaged files lie beside the journal.',
    remedy: 'Do not delete anything. Keep journal-damaged-*.bin and ask for help.',
    look: ({ journal: { state, damaged } }) => {
      if (state === 'missing')
        return { state: 'warn', got: 'none yet', means: 'The kiosk never ran here.', remedy: 'Start it.' }
      return {
        state: state === 'readable' && damaged === 0 ? 'ok' : 'fail',
        got: damaged === 0 ? state : `${damaged} damaged`,
      }
    },
  },
  {
    check: 'journal.waiting',
    about: 'what waits to be sent',
    want: 'little',
    means: 'What people confirmed has not reached the server. It is safe on this disk, and nowhere else.',
    remedy: 'Do not replace or empty this terminal. Give it a line and wait.',
    look: ({ journal: { waiting, parked } }) => ({
      state: waiting > 200 ? 'warn' : 'ok',
      got: `${waiting} to send, ${parked} refused and kept to be seen`,
    }),
  },
  {
    check: 'journal.room',
    about: 'how full that record is',
    want: 'below 3/4',
    means: 'Soon nothing more can be confirmed here.',
    remedy: 'Give it a line, so that it can send.',
    look: ({ journal: { used } }) => ({ state: used > 0.75 ? 'fail' : 'ok', got: `${Math.round(used * 100)} %` }),
  },
  {
    check: 'disk.room',
    about: 'room on the data partition',
    want: 'at least 200 MiB',
    means: 'A full disk: the journal goes on, but copies and updates do not.',
    remedy: 'See what fills it: du -x /var/lib/guichet-terminal, journalctl --disk-usage.',
    look: ({ disk }) => {
      if (disk === null)
        return {
          state: 'fail',
          got: 'no data folder',
          means: NO_DATA,
          remedy: 'Is the data partition mounted? findmnt',
        }
      if (!disk.isWritable) return { state: 'fail', got: 'cannot be written', means: 'Nothing can be confirmed here.' }
      const mib = Math.floor(disk.freeBytes / MIB)
      return { state: mib < 50 ? 'fail' : mib < 200 ? 'warn' : 'ok', got: `${mib} MiB free` }
    },
  },
  {
    check: 'time.clock',
    about: 'this machine’s clock beside the server’s',
    want: 'within 10 s',
    means: 'Certificates and logs go by this clock. The kiosk corrects itself by the server’s.',
    remedy: 'See time.service and time.source; set the clock with the machine’s battery if it falls back each time.',
    look: ({ clockOffsetMs: offset }) => {
      if (offset === null) return { state: 'unknown', got: 'the server was not heard' }
      const far = Math.abs(offset)
      const state = far > REFUSED_OFFSET_MS ? 'fail' : far > WRONG_OFFSET_MS ? 'warn' : 'ok'
      return { state, got: `${offset < 0 ? '-' : '+'}${(far / 1000).toFixed(1)} s` }
    },
  },
]

function judgeLease({ lease, silentMs, localLeaseMs }: TerminalFacts['control']): Look {
  if (lease === 'missing') return { state: 'warn', got: 'none yet', means: 'The server has not been heard yet.' }
  if (lease === 'unusable' || localLeaseMs === null) return { state: 'fail', got: 'cannot be read' }
  if (silentMs === null) return { state: 'fail', got: 'longer than any lease' }
  const got = `${hours(silentMs)} of ${hours(localLeaseMs)}`
  if (silentMs >= localLeaseMs) return { state: 'fail', got }
  if (silentMs >= localLeaseMs / 2)
    return { state: 'warn', got, means: 'Half of the lease is gone; at its end everything closes.' }
  return { state: 'ok', got }
}
