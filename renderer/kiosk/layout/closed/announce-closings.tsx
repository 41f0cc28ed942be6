import { useAnnounce } from '#renderer/ui/live/live-region.tsx'
import type { OpenState } from '#shared/contracts/closure.ts'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { evaluateClosure } from '../../stores/evaluate-closure.ts'
import { useOpenState } from '../../stores/use-open-state.ts'
import { useClosureWords } from './use-closure-words.ts'

/** `home` last: it stands for all of them. */
const places = ['canteen', 'medical', 'notices', 'web', 'home'] as const

/** Reads out what is closed or opened while a person is there, before they sign in too. */
export function AnnounceClosings() {
  const { t } = useTranslation(['closed', 'frame'])
  const announce = useAnnounce()
  const wordsOf = useClosureWords()
  const known = useOpenState()
  const before = useRef(known)
  useEffect(() => {
    const last = before.current
    before.current = known
    const place = changedPlace(last, known)
    if (place === undefined) return
    const closure = evaluateClosure(known, place)
    if (closure === null) {
      announce(place === 'home' ? t('allOpenAgain') : t('openAgain', { place: t(`frame:places.${place}`) }))
      return
    }
    const { reason, until } = wordsOf(closure)
    announce([`${t(`title.${place}`)}.`, reason, until].join(' '))
  })
  return null
}

/** The widest of what changed: a closing of everything is told once. */
function changedPlace(last: OpenState | undefined, known: OpenState | undefined) {
  if (last === undefined || known === undefined || last === known) return undefined
  return places.findLast(place => (evaluateClosure(last, place) === null) !== (evaluateClosure(known, place) === null))
}
