import { Button } from '#renderer/ui/actions/button.tsx'
import { languageNames } from '#renderer/ui/fields/language-names.ts'
import { LanguageSwitch } from '#renderer/ui/fields/language-switch.tsx'
import { Panel, useClosePanel } from '#renderer/ui/overlay/panel.tsx'
import type { Language } from '#shared/contracts/language.ts'
import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../stores/use-session.ts'

/** The language one reads in, by its own name; pressed, the others by theirs. */
export function LanguageMenu() {
  const { t } = useTranslation('common')
  const language = useSession(session => session.language)
  return (
    <Panel
      label={t('languages')}
      width="narrow"
      renderTrigger={({ ref, isExpanded, controls, onPress }) => (
        <Button
          ref={ref}
          variant="quiet"
          icon={Languages}
          isExpanded={isExpanded}
          controls={controls}
          label={t('languageNow', { name: languageNames[language] })}
          onPress={onPress}
        >
          {languageNames[language]}
        </Button>
      )}
    >
      <Choices />
    </Panel>
  )
}

function Choices() {
  const language = useSession(session => session.language)
  const chooseLanguage = useSession(session => session.chooseLanguage)
  const close = useClosePanel()
  const choose = (next: Language) => {
    chooseLanguage(next)
    close()
  }
  return <LanguageSwitch direction="column" language={language} onChange={choose} />
}
