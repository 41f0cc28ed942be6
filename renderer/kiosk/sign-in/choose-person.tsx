import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import type { Person } from '#shared/contracts/person.ts'
import { Hash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useClosure } from '../stores/use-open-state.ts'
import { useLine } from '../stores/use-line.ts'
import { useSession } from '../stores/use-session.ts'
import styles from './choose-person.module.css'
import { ClosedBanner } from './closed-banner.tsx'
import { PersonCard } from './person-card.tsx'

export interface ChoosePersonProps {
  readonly onPerson: (person: Person) => void
  readonly onOtherNumber: () => void
}

/** The names of this cell and no other, and a way in for somebody who is only visiting it. */
export function ChoosePerson({ onPerson, onOtherNumber }: ChoosePersonProps) {
  const { t } = useTranslation('signIn')
  const people = useSession(session => session.people)
  const lastEnd = useSession(session => session.lastEnd)
  const { line } = useLine()
  const closure = useClosure('home')
  const heading = useHeadingFocus()
  // A terminal that has never met its prison knows nobody who could sign in.
  const hasPeople = people !== undefined && people.length > 0
  return (
    <section className={styles['choose']}>
      <h1 ref={heading} className={styles['title']} tabIndex={-1}>
        {t('choose')}
      </h1>
      {closure !== null && <ClosedBanner closure={closure} />}
      {people === undefined ? (
        <Skeleton count={2} />
      ) : (
        <ul className={styles['people']} data-count={people.length + 1}>
          {people.map(person => (
            <li key={person.inmateId}>
              <PersonCard
                name={person.givenName}
                detail={t('number', { number: person.number })}
                onPress={() => onPerson(person)}
              />
            </li>
          ))}
          <li>
            <PersonCard name={t('anotherNumber')} detail={t('anotherNumberHint')} icon={Hash} onPress={onOtherNumber} />
          </li>
        </ul>
      )}
      {lastEnd === 'ended-by-terminal' && <NoticeBar tone="recorded">{t('endedByTerminal')}</NoticeBar>}
      {line === 'no-connection' && hasPeople && <NoticeBar tone="recorded">{t('worksOffline')}</NoticeBar>}
    </section>
  )
}
