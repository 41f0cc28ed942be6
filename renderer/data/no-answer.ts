import type { ChannelValue } from './bridge-client.ts'
import type { LoopEvent } from './next-step.ts'

type NoAnswer = Exclude<ChannelValue<'line:probe'>, { status: 'answered' }>

/** What it means for the loop that the server gave no answer. */
export function toLoopEvent(answer: NoAnswer): LoopEvent {
  return answer.status === 'busy' ? { type: 'busy', retryAfterMs: answer.retryAfterMs } : { type: answer.status }
}
