import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { Picture } from '../display/picture.tsx'
import styles from './choice-cards.module.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly picture?: string
  /** In the place of a picture, where none fits. */
  readonly symbol?: ReactNode
  readonly detail?: ReactNode
}

export interface ChoiceCardsProps<Value extends string> {
  /** The question; seen unless `isLabelHidden`, where the screen's heading already asks it. */
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** `tall`: picture above the word; `row`: beside it. */
  readonly shape?: 'tall' | 'row'
  readonly columns?: 1 | 2 | 3 | 4 | 5
}

/** One of a few, each with its picture and word. Arrow keys move, touch chooses. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, isLabelHidden = false, choices, value, onChange, shape = 'tall', columns = 3 } = props
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      aria-label={label}
      value={value}
      onChange={next => {
        const choice = choices.find(candidate => candidate.value === next)
        if (choice !== undefined) onChange(choice.value)
      }}
    >
      {!isLabelHidden && (
        <p className={styles['label']} aria-hidden>
          {label}
        </p>
      )}
      <div className={classNames(styles['choices'], styles[shape])} data-columns={columns}>
        {choices.map(choice => (
          <RadioField key={choice.value} value={choice.value} className={styles['field'] ?? ''}>
            <RadioButton className={styles['choice'] ?? ''}>
              {choice.picture === undefined ? choice.symbol : <Picture name={choice.picture} size="large" />}
              <span className={styles['words']}>
                <span className={styles['word']}>{choice.label}</span>
                {choice.detail !== undefined && <span className={styles['detail']}>{choice.detail}</span>}
              </span>
              <span className={styles['mark']} aria-hidden>
                <Check className={styles['check']} />
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}
