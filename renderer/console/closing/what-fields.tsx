import { useLocalText } from '#renderer/i18n/use-language.ts'
import { services } from '#shared/directive/services.ts'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { SelectField } from '../layout/input-field.tsx'
import { OptionList } from '../layout/option-list.tsx'
import styles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import type { ClosingDraft } from './closing-draft.ts'

export interface DraftFieldsProps {
  readonly draft: ClosingDraft
  readonly onChange: (change: Partial<ClosingDraft>) => void
}

/** A service, one web site, or one part of it. */
export function WhatFields({ draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation('console')
  const { sites } = useConsole().state
  const localText = useLocalText()
  const site = sites.find(({ id }) => id === draft.siteId)
  const chooseSite = (siteId: string) => onChange({ siteId, ruleId: '' })
  return (
    <Section title={t('order.what')}>
      <OptionList
        label={t('order.what')}
        isLabelHidden
        options={[
          ...services.map(service => ({ value: service, label: t(`service.${service}`) })),
          { value: 'site' as const, label: t('order.site') },
        ]}
        value={draft.what}
        onChange={what => onChange({ what, siteId: draft.siteId === '' ? (sites[0]?.id ?? '') : draft.siteId })}
      />
      {draft.what === 'platform' && <p className={styles['quiet']}>{t('overview.platformNote')}</p>}
      {draft.what === 'site' && sites.length === 0 && <p className={styles['quiet']}>{t('order.noSites')}</p>}
      {draft.what === 'site' && sites.length > 0 && (
        <SelectField
          label={t('order.site')}
          value={draft.siteId}
          onChange={chooseSite}
          options={sites.map(({ id, names }) => ({ value: id, label: localText(names) }))}
        />
      )}
      {draft.what === 'site' && site !== undefined && (
        <SelectField
          label={t('order.rulePick')}
          value={draft.ruleId}
          onChange={ruleId => onChange({ ruleId })}
          options={[
            { value: '', label: t('order.allOfSite') },
            ...site.ruleIds.map(ruleId => ({ value: ruleId, label: ruleId })),
          ]}
        />
      )}
    </Section>
  )
}
