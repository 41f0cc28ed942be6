import { reasons } from '#shared/directive/closing.ts'
import { useTranslation } from 'react-i18next'
import { InputField } from '../layout/input-field.tsx'
import { OptionList } from '../layout/option-list.tsx'
import styles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import type { DraftFieldsProps } from './what-fields.tsx'

const LINE_LENGTH = 140

/** A reason that every inmate reads in their own language, and a line in the warden's words. */
export function WhyFields({ draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation(['console', 'closed'])
  return (
    <Section title={t('console:order.why')}>
      <OptionList
        label={t('console:order.why')}
        isLabelHidden
        options={reasons.map(reason => ({ value: reason, label: t(`console:reason.${reason}`) }))}
        value={draft.reason}
        onChange={reason => onChange({ reason })}
      />
      {draft.reason !== undefined && (
        <p className={styles['quiet']}>{t('console:order.read', { text: t(`closed:reason.${draft.reason}`) })}</p>
      )}
      <InputField
        label={t('console:order.line')}
        hint={t('console:order.lineHint')}
        value={draft.line}
        maxLength={LINE_LENGTH}
        onChange={line => onChange({ line })}
      />
    </Section>
  )
}
