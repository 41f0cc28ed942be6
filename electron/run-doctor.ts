import { describeFindings } from '#shared/doctor/describe-findings.ts'
import { worstState } from '#shared/doctor/finding.ts'
import { judgeTerminal } from '#shared/doctor/judge-terminal.ts'
import { examineTerminal, type ExamineParts } from './examine-terminal.ts'

const EXIT_WELL = 0
const EXIT_ILL = 1

/**
 * `kiosk doctor`: looks at this terminal, says what is wrong, and answers the exit code: 1 where something is.
 * No window, no browser part, beside a kiosk that runs or without one.
 */
export async function runDoctor(
  parts: ExamineParts,
  { isJson, write }: { readonly isJson: boolean; readonly write: (text: string) => void },
): Promise<number> {
  const facts = await examineTerminal(parts)
  const findings = judgeTerminal(facts)
  const state = worstState(findings)
  if (isJson)
    write(`${JSON.stringify({ version: 1, at: facts.at, terminal: facts.terminal, state, findings, facts })}\n`)
  else write(`${describeFindings(findings).join('\n')}\n`)
  return state === 'fail' ? EXIT_ILL : EXIT_WELL
}
