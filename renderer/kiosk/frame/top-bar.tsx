import { Button } from '#renderer/ui/actions/button.tsx'
import { VisuallyHidden } from '#renderer/ui/live/visually-hidden.tsx'
import { LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Clock } from '../layout/clock.tsx'
import { Initial } from '../layout/initial.tsx'
import { LineIndicator } from '../layout/line-indicator.tsx'
import { useSession } from '../stores/use-session.ts'
import { LanguageMenu } from './language-menu.tsx'
import styles from './top-bar.module.css'

/** Who, the line, the language, the time; and out, always in the same corner. */
export function TopBar() {
  const { t } = useTranslation('frame')
  const person = useSession(session => session.person)
  const signOut = useSession(session => session.signOut)
  return (
    <header className={styles['bar']}>
      {person !== null && (
        <p className={styles['person']}>
          <Initial name={person.givenName} size="small" />
          <VisuallyHidden>{t('signedInAs', { name: person.givenName })}</VisuallyHidden>
          <span className={styles['name']} aria-hidden>
            {person.givenName}
          </span>
        </p>
      )}
      <div className={styles['end']}>
        <LineIndicator />
        <LanguageMenu />
        <Clock />
        <Button icon={LogOut} onPress={() => void signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </header>
  )
}
