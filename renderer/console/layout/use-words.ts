import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useLocalText } from '#renderer/i18n/use-language.ts'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { ControlState } from '#shared/contracts/staff.ts'
import type { Closing, Scope, Target } from '#shared/directive/closing.ts'
import { useTranslation } from 'react-i18next'

/** How closings are put into words, with the prison's own names for things. */
export interface Words {
  readonly what: (target: Target) => string
  readonly whom: (scope: Scope, inmateNumber?: string | null) => string
  /** `from tomorrow 08:00, until 18:00`. */
  readonly span: (span: Pick<Closing, 'from' | 'until'>) => string
}

export function useWords({ sites, wings, terminals }: Pick<ControlState, 'sites' | 'wings' | 'terminals'>): Words {
  const { t } = useTranslation('console')
  const localText = useLocalText()
  const { relativeDayTime } = useFormat()
  const now = useNow()
  const site = (id: string) => {
    const found = sites.find(candidate => candidate.id === id)
    return found === undefined ? id : localText(found.names)
  }
  return {
    what: target => {
      if (target.kind === 'service') return t(`service.${target.service}`)
      return target.kind === 'site'
        ? site(target.siteId)
        : t('rule', { site: site(target.siteId), rule: target.ruleId })
    },
    whom: (scope, inmateNumber) => {
      if (scope.kind === 'everyone') return t('scope.everyone')
      if (scope.kind === 'inmate') {
        return inmateNumber === null || inmateNumber === undefined
          ? t('scope.inmateUnknown')
          : t('scope.inmate', { number: inmateNumber })
      }
      if (scope.kind === 'terminal') {
        const name = terminals.find(({ id }) => id === scope.terminalId)?.name ?? scope.terminalId
        return t('scope.terminal', { name })
      }
      const wing = wings.find(({ id }) => id === scope.wingId)
      return wing === undefined ? scope.wingId : localText(wing.names)
    },
    span: ({ from, until }) => {
      const isAhead = from !== null && Date.parse(from) > now
      const begin = isAhead ? [t('until.from', { when: relativeDayTime(from, now) })] : []
      const end = until === null ? t('until.open') : t('until.at', { when: relativeDayTime(until, now) })
      return [...begin, end].join(', ')
    },
  }
}
