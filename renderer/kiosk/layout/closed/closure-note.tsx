import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import type { Closure } from '#shared/contracts/closure.ts'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PrisonNote } from './prison-note.tsx'
import { useClosureWords } from './use-closure-words.ts'

export interface ClosureNoteProps {
  readonly what: 'requests' | 'remind' | 'page' | 'order'
  readonly closure: Closure
  /** Without the warden's own words, where there is little room. */
  readonly isBrief?: boolean
}

/** On a screen that stays open: which part of it is closed, why, and until when. */
export function ClosureNote({ what, closure, isBrief = false }: ClosureNoteProps) {
  const { t } = useTranslation('closed')
  const wordsOf = useClosureWords()
  const { reason, short } = wordsOf(closure)
  return (
    <NoticeBar tone="closed" icon={Lock} title={t(`note.${what}`)}>
      <p>
        {reason} {short}
      </p>
      {!isBrief && closure.line !== null && <PrisonNote line={closure.line} />}
    </NoticeBar>
  )
}
