import { useTranslation } from 'react-i18next'
import { InputField } from './input-field.tsx'
import { OptionList } from './option-list.tsx'
import { HOURS, type SpanDraft } from './span-draft.ts'

export interface SpanFieldsProps {
  readonly draft: SpanDraft
  readonly onChange: (draft: SpanDraft) => void
  readonly isPast: boolean
  /** A plan always begins at a set time. */
  readonly isPlan?: boolean
}

/** From when, and until when. */
export function SpanFields({ draft, onChange, isPast, isPlan = false }: SpanFieldsProps) {
  const { t } = useTranslation('console')
  const error = isPast ? t('order.timeBad') : undefined
  return (
    <>
      {!isPlan && (
        <OptionList
          label={t('order.fromAt')}
          options={[
            { value: 'now', label: t('order.now') },
            { value: 'later', label: t('order.later') },
          ]}
          value={draft.begins}
          onChange={begins => onChange({ ...draft, begins })}
        />
      )}
      {draft.begins === 'later' && (
        <InputField
          label={t('order.fromAt')}
          type="datetime-local"
          value={draft.from}
          onChange={from => onChange({ ...draft, from })}
        />
      )}
      <OptionList
        label={t('order.untilAt')}
        options={[
          { value: 'open', label: isPlan ? t('maintenance.open') : t('order.open') },
          { value: 'hour', label: t('order.hours', { count: 1 }) },
          { value: 'hours', label: t('order.hours', { count: HOURS }) },
          { value: 'set', label: t('order.set') },
        ]}
        value={draft.ends}
        onChange={ends => onChange({ ...draft, ends })}
      />
      {draft.ends === 'set' && (
        <InputField
          label={t('order.untilAt')}
          type="datetime-local"
          value={draft.until}
          onChange={until => onChange({ ...draft, until })}
          error={error}
        />
      )}
    </>
  )
}
