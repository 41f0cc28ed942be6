import { classNames } from '#renderer/ui/class-names.ts'
import { toneIcons } from '#renderer/ui/display/state-tone.ts'
import tones from '#renderer/ui/display/tones.module.css'
import { useTranslation } from 'react-i18next'
import styles from './receipt-banner.module.css'
import type { ReceiptState } from './receipt-state.ts'

/** The state of the order, so large that who cannot read sees it change. Read out when it does. */
export function ReceiptBanner({ state }: { readonly state: ReceiptState }) {
  const { t } = useTranslation('canteen')
  const Icon = toneIcons[state.tone]
  return (
    <output className={classNames(styles['banner'], tones[state.tone])} aria-live="polite">
      <span className={styles['mark']} aria-hidden>
        <Icon key={state.tone} className={styles['icon']} />
      </span>
      <span className={styles['words']}>
        <strong className={styles['title']}>{t(`receipt.${state.title}`)}</strong>
        {state.text !== null && <span>{t(`receipt.${state.text}`)}</span>}
      </span>
    </output>
  )
}
