import { Timeline, type TimelineStep } from '#renderer/ui/display/timeline.tsx'
import { useTranslation } from 'react-i18next'
import type { SetUpState, SetUpStep } from './set-up-store.ts'

const order: readonly SetUpStep[] = ['server', 'code', 'compare']

/** The three steps with what was said in each, always in sight. */
export function SetUpSteps({ state }: { readonly state: SetUpState }) {
  const { t } = useTranslation('setUp')
  const now = order.indexOf(state.step)
  const details: Partial<Record<SetUpStep, string>> = {
    server: state.server?.address ?? state.address,
    code: state.code,
  }
  const steps = order.map((step, place): TimelineStep => {
    const status = place < now ? 'done' : place === now ? 'current' : 'expected'
    const detail = status === 'done' ? details[step] : undefined
    return { id: step, title: t(step), status, tone: 'underway', ...(detail !== undefined && { detail }) }
  })
  return <Timeline label={t('steps')} steps={steps} />
}
