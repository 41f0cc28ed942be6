import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import type { StateTone } from '#renderer/ui/display/state-tone.ts'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { OperationId } from '#shared/contracts/ids.ts'
import { ClipboardList, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'
import type { RequestView } from '../stores/request-view.ts'
import { useNow } from '../stores/use-now.ts'
import { useRequest } from '../stores/use-requests.ts'
import styles from './medical.module.css'

const CLOCK_MS = 60_000

/** Proof that it was asked, with its true state, which changes here as it changes there. */
export function MedicalReceipt({ id, onAnother }: { readonly id: OperationId; readonly onAnother: () => void }) {
  const { t } = useTranslation('medical')
  const { went } = useNavigation()
  const request = useRequest(id)
  const stage = stageOf(request)
  return (
    <Screen
      header={<PageHeader title={t(`receipt.${stage}`)} picture={placePictures.medical} />}
      footer={
        <div className={styles['next']}>
          <Button icon={Plus} onPress={onAnother}>
            {t('receipt.another')}
          </Button>
          <Button variant="primary" icon={ClipboardList} onPress={() => went({ place: 'requests', requestId: id })}>
            {t('receipt.follow')}
          </Button>
        </div>
      }
    >
      <Card>
        <output className={styles['receipt']}>
          <Picture name={placePictures.medical} size="huge" />
          <div className={styles['receiptWords']}>
            <StateBadge tone={tones[stage]} />
            <Explanation stage={stage} dueAt={request?.dueAt ?? null} />
            {request !== undefined && request !== null && (
              <p className={styles['reference']}>{t('receipt.reference', { reference: request.reference })}</p>
            )}
          </div>
        </output>
      </Card>
    </Screen>
  )
}

type Stage = 'recorded' | 'received' | 'parked'
const tones = { recorded: 'recorded', received: 'received', parked: 'needsYou' } as const satisfies Record<
  Stage,
  StateTone
>

function stageOf(request: RequestView | null | undefined): Stage {
  if (request === undefined || request === null) return 'recorded'
  if (request.state === 'needs-you') return 'parked'
  return request.state === 'recorded' || request.state === 'sent' ? 'recorded' : 'received'
}

function Explanation({ stage, dueAt }: { readonly stage: Stage; readonly dueAt: string | null }) {
  const { t } = useTranslation('medical')
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  if (stage === 'parked') return <p>{t('receipt.parkedText')}</p>
  if (stage === 'recorded' || dueAt === null) return <p>{t('receipt.recordedText')}</p>
  return <p>{t('receipt.receivedText', { when: format.relativeDay(dueAt, now) })}</p>
}
