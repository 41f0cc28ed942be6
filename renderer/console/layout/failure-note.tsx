import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import type { ApiFailure } from '../api/api-error.ts'
import { useFailureWords } from './use-failure-words.ts'

/** Says what failed and what follows; nothing where nothing did. */
export function FailureNote({ failure }: { readonly failure: ApiFailure | undefined }) {
  const words = useFailureWords()
  if (failure === undefined) return null
  return (
    <NoticeBar tone="needsYou" role="alert">
      {words(failure)}
    </NoticeBar>
  )
}
