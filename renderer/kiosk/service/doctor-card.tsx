import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Stethoscope } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FindingList } from './finding-list.tsx'
import styles from './service-card.module.css'
import type { Examination } from './service-store.ts'

export interface DoctorCardProps {
  readonly examination: Examination
  readonly onLook: () => void
}

/** The doctor's look at this terminal, when somebody asks for it. */
export function DoctorCard({ examination, onLook }: DoctorCardProps) {
  const { t } = useTranslation('service')
  const id = useId()
  const { status } = examination
  return (
    <Card as="section" labelledBy={id}>
      <h2 id={id} className={styles['title']}>
        {t('doctor.title')}
      </h2>
      <p className={styles['hint']}>{t('doctor.hint')}</p>
      <div className={styles['action']}>
        <Button variant="primary" icon={Stethoscope} isPending={status === 'running'} onPress={onLook}>
          {t(status === 'done' ? 'doctor.lookAgain' : 'doctor.look')}
        </Button>
      </div>
      <output className={styles['progress']}>{status === 'running' && t('doctor.looking')}</output>
      {status === 'failed' && (
        <NoticeBar tone="needsYou" role="alert">
          {t('doctor.failed')}
        </NoticeBar>
      )}
      {examination.status === 'done' && <FindingList findings={examination.findings} />}
    </Card>
  )
}
