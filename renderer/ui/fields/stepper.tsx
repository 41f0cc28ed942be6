import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../actions/icon-button.tsx'
import styles from './stepper.module.css'

export interface StepperProps {
  /** Of what: the product's name. */
  readonly label: string
  readonly value: number
  readonly max: number
  readonly min?: number
  readonly onChange: (value: number) => void
}

/** How many: − n +. Never leaves its bounds, also when pressed faster than the screen follows. */
export function Stepper({ label, value, max, min = 0, onChange }: StepperProps) {
  const { t } = useTranslation('common')
  const step = (by: number) => {
    const next = Math.min(max, Math.max(min, value + by))
    if (next !== value) onChange(next)
  }
  return (
    <fieldset className={styles['stepper']} aria-label={t('stepper.amount', { what: label })}>
      <IconButton
        icon={Minus}
        label={t('stepper.less', { what: label })}
        isDisabled={value <= min}
        onPress={() => step(-1)}
      />
      <output className={styles['value']} aria-live="polite">
        {value}
      </output>
      <IconButton
        icon={Plus}
        label={t('stepper.more', { what: label })}
        isDisabled={value >= max}
        onPress={() => step(1)}
      />
    </fieldset>
  )
}
