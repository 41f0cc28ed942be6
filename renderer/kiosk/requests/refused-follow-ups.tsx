import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RejectionExplanation } from '../layout/rejection-explanation.tsx'
import type { RequestView } from '../stores/request-view.ts'
import { useActions } from '../stores/use-actions.ts'
import styles from './requests.module.css'

/** A withdrawal or reminder the prison did not accept. It stays until the person says it was understood. */
export function RefusedFollowUps({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const { discardParked } = useActions()
  return request.refusedFollowUps.map(({ operationId, kind, rejection }) => (
    <Card key={operationId}>
      <div className={styles['refused']}>
        <p className={styles['kind']}>{t(`refused.${kind}`)}</p>
        <RejectionExplanation rejection={rejection} order={null} />
        <Button icon={Check} onPress={() => void discardParked(operationId)}>
          {t('refused.understood')}
        </Button>
      </div>
    </Card>
  ))
}
