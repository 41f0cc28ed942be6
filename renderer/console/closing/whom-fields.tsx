import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { InputField, SelectField } from '../layout/input-field.tsx'
import { OptionList } from '../layout/option-list.tsx'
import { Section } from '../layout/section.tsx'
import { useTask } from '../layout/use-task.ts'
import styles from './find-person.module.css'
import type { DraftFieldsProps } from './what-fields.tsx'

/** Everyone, one wing, one terminal, or one person by their number. */
export function WhomFields({ draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation('console')
  const { wings, terminals } = useConsole().state
  const localText = useLocalText()
  return (
    <Section title={t('order.whom')}>
      <OptionList
        label={t('order.whom')}
        isLabelHidden
        options={[
          { value: 'everyone', label: t('order.scopeEveryone') },
          { value: 'wing', label: t('order.scopeWing') },
          { value: 'terminal', label: t('order.scopeTerminal') },
          { value: 'inmate', label: t('order.scopeInmate') },
        ]}
        value={draft.whom}
        onChange={whom =>
          onChange({
            whom,
            wingId: draft.wingId === '' ? (wings[0]?.id ?? '') : draft.wingId,
            terminalId: draft.terminalId === '' ? (terminals[0]?.id ?? '') : draft.terminalId,
          })
        }
      />
      {draft.whom === 'wing' && (
        <SelectField
          label={t('order.wing')}
          value={draft.wingId}
          onChange={wingId => onChange({ wingId })}
          options={wings.map(({ id, names }) => ({ value: id, label: localText(names) }))}
        />
      )}
      {draft.whom === 'terminal' && (
        <SelectField
          label={t('order.terminal')}
          value={draft.terminalId}
          onChange={terminalId => onChange({ terminalId })}
          options={terminals.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {draft.whom === 'inmate' && <InmateFields draft={draft} onChange={onChange} />}
    </Section>
  )
}

/** One person is found by their number, and by nothing else: this page lists nobody. */
function InmateFields({ draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation('console')
  const { api } = useConsole()
  const [number, setNumber] = useState(draft.inmate?.number ?? '')
  const { run, isRunning, failure } = useTask()
  const find = () => run(async () => onChange({ inmate: await api.inmate(number) }))
  const change = (next: string) => {
    setNumber(next.replaceAll(/\D/g, ''))
    onChange({ inmate: undefined })
  }
  return (
    <>
      <div className={styles['find']}>
        <InputField
          label={t('order.number')}
          inputMode="numeric"
          value={number}
          maxLength={8}
          onChange={change}
          onSubmit={find}
        />
        <Button icon={Search} isPending={isRunning} isDisabled={number.length < 3} onPress={find}>
          {t('order.find')}
        </Button>
      </div>
      {draft.inmate !== undefined && (
        <output className={styles['found']}>
          {t('order.found', { number: draft.inmate.number, name: draft.inmate.name })}
        </output>
      )}
      <FailureNote failure={failure} />
    </>
  )
}
