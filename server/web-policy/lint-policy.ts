import { compilePolicy } from '#shared/policy/compile-policy.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import type { Site, WebPolicy } from '#shared/policy/web-policy.ts'
import { type RuleFinding, lintRule } from './lint-rule.ts'
import { reasonWords } from './reason-words.ts'

/** Something in a valid policy that a person should look at; `refused`: nobody should publish it. */
export interface PolicyFinding extends RuleFinding {
  /** As in `sites[0].rules[2].hosts[0]`. */
  readonly path: string
}

/**
 * Looks a valid policy over for what is allowed by the language and seldom meant.
 *
 * Refuses only hosts that strangers share, where neither paths nor types narrow them. Everything else is a warning: a
 * reviewer may have reasons.
 */
export function lintPolicy(policy: WebPolicy): readonly PolicyFinding[] {
  const compiled = compilePolicy(policy)
  return policy.sites.flatMap((site, index) => {
    const place = `sites[${index}]`
    const start = evaluateRequest(compiled, { url: site.start }, { today: site.notAfter })
    const words = start.effect === 'deny' ? reasonWords[start.reason].means : ''
    const unreadable: RuleFinding = warning('start-not-readable', `Its start page is refused: ${words}`, 'start')
    return [
      ...[...lintSite(site), ...(start.effect === 'deny' ? [unreadable] : [])].map(finding => placed(place, finding)),
      ...site.rules.flatMap((rule, at) =>
        lintRule(rule, site).map(finding => ({ ...placed(`${place}.rules[${at}]`, finding), ruleId: rule.id })),
      ),
    ]
  })
}

function placed(place: string, { at, ...finding }: RuleFinding): PolicyFinding {
  return { ...finding, path: at === undefined ? place : `${place}.${at}` }
}

function lintSite({ owner, reason, notAfter, vetting }: Site): readonly RuleFinding[] {
  const missing: RuleFinding[] = []
  if (owner === undefined) missing.push(warning('no-owner', 'Nobody is named who answers for this site ("owner").'))
  if (reason === undefined) missing.push(warning('no-reason', 'Nobody wrote down what it is for ("reason").'))
  if (notAfter === undefined) missing.push(warning('no-end', 'It is approved for ever ("notAfter"). Sites change.'))
  if (vetting === undefined) missing.push(warning('no-vetting', 'No report is named it was approved on ("vetting").'))
  return missing
}

function warning(code: RuleFinding['code'], reason: string, at?: string): RuleFinding {
  return { severity: 'warning', code, reason, ...(at !== undefined && { at }) }
}
