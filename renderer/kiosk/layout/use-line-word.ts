import { isWorkedOn } from '../stores/evaluate-closure.ts'
import { isCut } from '../stores/line-store.ts'
import { useLine } from '../stores/use-line.ts'
import { useNow } from '../stores/use-now.ts'
import { useOpenState } from '../stores/use-open-state.ts'
import { type LineWord, lineWord } from './line-words.ts'

const CLOCK_MS = 30_000

/** The line in one word, now. */
export function useLineWord(): LineWord {
  const line = useLine()
  const nowMs = useNow(CLOCK_MS)
  return lineWord(line, isWorkedOn(useOpenState(), { hasLine: !isCut(line.line), nowMs }))
}
