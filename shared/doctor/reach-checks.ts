import type { Check, Look } from './check.ts'
import type { Reached, ReachOutcome, TerminalFacts } from './terminal-facts.ts'

/** What must be reached, and what must not. */
export const reachChecks: readonly Check<TerminalFacts>[] = [
  {
    check: 'network.server',
    about: 'the prison server',
    want: 'answers',
    means: 'What is confirmed here waits, and orders of wardens do not arrive.',
    remedy: 'Cable and switch port first; then the address in terminal.conf; then whether other terminals reach it.',
    look: ({ reach: { server } }) => judgeReached(server),
  },
  {
    check: 'network.identity',
    about: 'whether the server knows this terminal',
    want: 'it does',
    means: 'The server refuses this terminal’s key: it was revoked or replaced, or the clock is far off.',
    remedy:
      'See time.clock. If the clock is right, enrol the terminal again under the same name: nothing recorded is lost.',
    look: ({ reach: { isKnown } }) =>
      isKnown === null
        ? { state: 'unknown', got: 'not asked', means: 'The server could not be asked.', remedy: 'See network.server.' }
        : { state: isKnown ? 'ok' : 'fail', got: isKnown ? 'known' : 'refused' },
  },
  {
    check: 'network.gateway',
    about: 'the way to the web',
    want: 'answers',
    means: 'No site opens here.',
    remedy: 'Is the gateway running, and is its address in terminal.conf that of kiosk.json?',
    look: ({ reach: { gateway } }) => judgeReached(gateway),
  },
  {
    check: 'network.closed',
    about: 'addresses that must not be reached',
    want: 'each refused by this machine',
    means: 'This terminal gets past the prison’s network. Nothing it shows can be relied on to stay inside.',
    remedy: 'Take it off the network now. See network.rules, then the switch port and the router in front of it.',
    look: ({ reach: { forbidden } }) => judgeKept(forbidden),
  },
  {
    check: 'network.names',
    about: 'names of the internet',
    want: 'lead nowhere',
    means: 'Somebody answers questions for names: that alone carries text out of the prison.',
    remedy: 'See network.resolvers and network.rules; find out who answers.',
    look: ({ reach: { names } }) => judgeKept(names),
  },
]

const notTried: Look = {
  state: 'unknown',
  got: 'not tried',
  means: 'Its server is not known, or is this very machine: nothing outside was tried.',
  remedy: 'Enrol it at the prison’s server.',
}

const words: Readonly<Record<ReachOutcome, string>> = {
  answered: 'answers',
  refused: 'nothing listens there',
  blocked: 'this machine’s own rules refuse it',
  'no-way': 'this machine knows no way there',
  silent: 'no answer',
}

function judgeReached(reached: TerminalFacts['reach']['server']): Look {
  if (reached === null) return { state: 'unknown', got: 'not known where', remedy: 'Enrol the terminal.' }
  const { address, outcome } = reached
  return { state: outcome === 'answered' ? 'ok' : 'fail', got: `${address}: ${words[outcome]}` }
}

/**
 * Whether this machine itself kept in what must not go out. Only its own no is a proof: an answer has been there and back,
 * also one that says no, and silence is what an open machine hears of an address where nobody is.
 */
function judgeKept(tried: readonly Reached[]): Look {
  if (tried.length === 0) return notTried
  const withOutcome = (...outcomes: readonly ReachOutcome[]) =>
    tried.filter(({ outcome }) => outcomes.includes(outcome)).map(({ address }) => address)
  const reached = withOutcome('answered', 'refused')
  if (reached.length > 0) return { state: 'fail', got: `reached: ${reached.join(', ')}` }
  const silent = withOutcome('silent')
  if (silent.length > 0) return { ...letOut, got: `not refused here: ${silent.join(', ')}` }
  if (withOutcome('blocked').length === 0) return noWay
  return { state: 'ok', got: `${tried.length} tried, none left this machine` }
}

const letOut: Omit<Look, 'got'> = {
  state: 'fail',
  means: 'Nobody answered, but nothing here kept the question in: the rules of this machine’s network do not hold.',
  remedy: 'See network.rules: systemctl restart nftables. If it stays, run set-up-terminal again.',
}

const noWay: Look = {
  state: 'unknown',
  got: 'this machine knows no way there',
  means: 'It has no network just now, so its rules were not asked.',
  remedy: 'Give it a line, and look again.',
}
