import type { Check, Look } from './check.ts'
import type { TerminalFacts } from './terminal-facts.ts'
import type { UpdateFacts } from './update-facts.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A week has nights and quiet hours enough to change over in. */
const LONG_WAIT_DAYS = 7

/** What became of updates. Nothing is said of a program that does not update itself. */
export const updateChecks: readonly Check<TerminalFacts>[] = [
  {
    check: 'update.last',
    about: 'the last update',
    want: 'installed and kept',
    means: 'The version before runs, and does all it did. The new one is not tried again by itself.',
    remedy: 'Find out why, then stage it again on the server: guichet update stage.',
    look: ({ update }) => (update === null ? undefined : judgeLast(update)),
  },
  {
    check: 'update.waiting',
    about: 'an update that waits',
    want: `at most ${LONG_WAIT_DAYS} days`,
    means: 'This terminal runs an older version than it should.',
    remedy: 'See guichet update show on the server: its hours, and whether the line holds for the download.',
    look: ({ at, update }) => (update === null ? undefined : judgeWaiting(at, update)),
  },
]

function judgeLast({ running, failed }: UpdateFacts): Look {
  if (failed === null) return { state: 'ok', got: `runs ${running}` }
  const { version, how, why } = failed
  if (how === 'refused') {
    const means = 'What was brought here was not installed. If it is the signature, no update will be.'
    const remedy = 'Compare /usr/lib/guichet/release.pub with the release’s; then stage the update again.'
    return { state: 'fail', got: `${version} was not installed: ${why}`, means, remedy }
  }
  if (how === 'went-back') return { state: 'warn', got: `went back from ${version}: ${why}` }
  const means = 'The version before runs. The new one is tried again within hours, three times at most.'
  return { state: 'warn', got: `${version} is put off: ${why}`, means, remedy: 'Wait; see that the line is steady.' }
}

function judgeWaiting(at: string, { offered }: UpdateFacts): Look {
  if (offered === null) return { state: 'ok', got: 'none' }
  const days = Math.max(0, Math.floor((Date.parse(at) - Date.parse(offered.since)) / DAY_MS))
  const state = days > LONG_WAIT_DAYS ? 'warn' : 'ok'
  const got = `${offered.version}, for ${days} days, ${offered.isInstalled ? 'ready to change over' : 'not here yet'}`
  const remedy = 'It changes over when nobody is signed in, within the hours that were staged: guichet update show.'
  return { state, got, ...(offered.isInstalled && { remedy }) }
}
