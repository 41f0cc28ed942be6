import { Button } from '#renderer/ui/actions/button.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { type Allergen, allergens } from '#shared/contracts/catalogue.ts'
import { Ban, Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { allergenPictures } from './allergen-pictures.ts'
import styles from './without-page.module.css'

export interface WithoutPageProps {
  readonly without: ReadonlySet<Allergen>
  readonly onChange: (without: ReadonlySet<Allergen>) => void
  readonly onDone: () => void
}

/** What should not be in the goods one sees: the fourteen allergens, each with a picture and an explanation. */
export function WithoutPage({ without, onChange, onDone }: WithoutPageProps) {
  const { t } = useTranslation('canteen')
  const toggle = (allergen: Allergen) => {
    const next = new Set(without)
    if (!next.delete(allergen)) next.add(allergen)
    onChange(next)
  }
  return (
    <Screen
      header={<PageHeader title={t('allergens.title')} line={t('allergens.line')} onBack={onDone} />}
      footer={
        <>
          <Button isDisabled={without.size === 0} onPress={() => onChange(new Set())}>
            {t('allergens.reset')}
          </Button>
          <Button variant="primary" icon={Check} onPress={onDone}>
            {t('allergens.done')}
          </Button>
        </>
      }
    >
      <p>{t('allergens.caution')}</p>
      <fieldset className={styles['choices']} aria-label={t('allergens.group')}>
        {allergens.map(allergen => (
          <button
            key={allergen}
            type="button"
            className={styles['choice']}
            aria-pressed={without.has(allergen)}
            onClick={() => toggle(allergen)}
          >
            <Picture name={allergenPictures[allergen]} size="medium" />
            <span className={styles['words']}>
              <span className={styles['name']}>{t(`allergens.names.${allergen}`)}</span>
              <span className={styles['explained']}>{t(`allergens.explained.${allergen}`)}</span>
            </span>
            <Ban className={styles['mark']} aria-hidden />
          </button>
        ))}
      </fieldset>
    </Screen>
  )
}
