import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { AskServer, NoAnswer } from './terminal-line.ts'

export type Probe = () => Promise<{ readonly status: 'answered' } | NoAnswer>

/** Asks whether the server is there and takes this terminal. */
export function createProbe(ask: AskServer): Probe {
  return async () => {
    const answer = await ask({ method: 'GET', path: terminalRoutes.probe })
    return answer.status === 'answered' ? { status: 'answered' } : answer
  }
}
