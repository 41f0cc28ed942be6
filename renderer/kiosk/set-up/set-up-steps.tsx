import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './set-up-steps.module.css'
import type { SetUpState, SetUpStep } from './set-up-store.ts'

const order: readonly SetUpStep[] = ['server', 'code', 'compare']

/** The three steps with what was said in each, always in sight. */
export function SetUpSteps({ state }: { readonly state: SetUpState }) {
  const { t } = useTranslation('setUp')
  const now = order.indexOf(state.step)
  const said: Partial<Record<SetUpStep, string>> = {
    server: state.server?.address ?? state.address,
    code: state.code,
  }
  return (
    <ol className={styles['steps']} aria-label={t('steps')}>
      {order.map((step, place) => (
        <li
          key={step}
          className={styles['step']}
          data-status={place < now ? 'done' : place === now ? 'current' : 'expected'}
          aria-current={place === now ? 'step' : undefined}
        >
          <span className={styles['mark']} aria-hidden>
            {place < now ? <Check className={styles['icon']} /> : place + 1}
          </span>
          <div className={styles['words']}>
            <p className={styles['title']}>{t(step)}</p>
            {place < now && <p className={styles['said']}>{said[step]}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
