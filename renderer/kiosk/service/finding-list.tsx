import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import type { StateTone } from '#renderer/ui/display/state-tone.ts'
import type { Finding, FindingState } from '#shared/doctor/finding.ts'
import { CircleQuestionMark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './service-card.module.css'

const tones: Readonly<Record<FindingState, StateTone>> = {
  fail: 'needsYou',
  warn: 'recorded',
  unknown: 'closed',
  ok: 'received',
}

/** What is wrong, with what to do about it; then how much is well. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('service')
  const ill = findings.filter(({ state }) => state !== 'ok')
  return (
    <>
      <output className={styles['counts']}>
        <StateBadge tone={ill.length === 0 ? 'closed' : 'needsYou'}>
          {t('doctor.ill', { count: ill.length })}
        </StateBadge>
        <StateBadge tone="received">{t('doctor.well', { count: findings.length - ill.length })}</StateBadge>
      </output>
      <ul className={styles['findings']}>
        {ill.map(finding => (
          <IllFinding key={finding.check} finding={finding} />
        ))}
      </ul>
    </>
  )
}

function IllFinding({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('service')
  const { check, state, about, got, want, means, remedy } = finding
  return (
    <li className={styles['finding']}>
      <StateBadge tone={tones[state]} {...(state === 'unknown' && { icon: CircleQuestionMark })}>
        {t(`doctor.state.${state}`)}
      </StateBadge>
      <h3 className={styles['about']} lang="en">
        {about} <span className={styles['code']}>{check}</span>
      </h3>
      <p lang="en">{t('doctor.found', { got })}</p>
      <p lang="en">{t('doctor.wanted', { want })}</p>
      {means !== '' && <p lang="en">{means}</p>}
      {remedy !== '' && (
        <p className={styles['remedy']} lang="en">
          {t('doctor.remedy', { remedy })}
        </p>
      )}
    </li>
  )
}
