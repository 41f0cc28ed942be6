import { wildcardDomain } from '#shared/policy/host-pattern.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import { pageTypes } from '#shared/policy/resource-types.ts'
import type { Rule } from '#shared/policy/rule-schema.ts'
import { isNarrowed } from '#shared/policy/shared-hosting.ts'
import type { Site } from '#shared/policy/web-policy.ts'
import { isOpenToStrangers, providerOf } from './shared-hosts.ts'

export interface RuleFinding {
  readonly severity: 'refused' | 'warning'
  /** For a machine, and for a reviewer who keeps a list of what was accepted. */
  readonly code: string
  readonly reason: string
  readonly ruleId?: string
  /** The field, from the rule or site on. */
  readonly at?: string
}

/** Names of parameters by which sites send people on. */
const redirectors = new Set([
  'url',
  'u',
  'uri',
  'link',
  'goto',
  'next',
  'redirect',
  'redirect_uri',
  'return',
  'returnurl',
])
/** Segments of pages by which sites let people be reached, in the languages around. */
const speaking =
  /^(?:contact|mail|e-?mail|share|partager|delen|teilen|send|envoyer|chat|message|comment|login|register|u|unsubscribe)$/

/** What a reviewer should see about one rule. */
export function lintRule(rule: Rule, site: Site): readonly RuleFinding[] {
  return [...lintHosts(rule), ...lintReach(rule), ...lintQuery(rule), ...(isWrite(rule) ? lintWrite(rule, site) : [])]
}

function isWrite({ methods }: Rule): boolean {
  return methods?.some(isWriteMethod) === true
}

function isOfPages({ types }: Rule): boolean {
  return types === undefined || pageTypes.some(type => types.includes(type))
}

function lintHosts(rule: Rule): readonly RuleFinding[] {
  return rule.hosts.flatMap((host, index): RuleFinding[] => {
    const at = `hosts[${index}]`
    const domain = wildcardDomain(host)
    const provider = providerOf(domain ?? host)
    if (isOpenToStrangers(domain ?? host)) {
      const shared = `Anybody can open a site ${domain === undefined ? 'at' : 'below'} ${domain ?? host}.`
      if (isNarrowed(rule)) return [warning('strangers', `${shared} Name the very host if you can.`, at)]
      const todo = 'Name the very host, or narrow the rule to paths and to types that are no pages.'
      return [{ severity: 'refused', code: 'strangers', reason: `${shared} ${todo}`, at }]
    }
    if (provider === undefined || isNarrowed(rule)) return []
    return [
      warning('rented', `${host} is rented from ${provider}. Narrow it to paths, and to types that are no pages.`, at),
    ]
  })
}

function lintReach(rule: Rule): readonly RuleFinding[] {
  const findings: RuleFinding[] = []
  const paths = rule.paths ?? ['/**']
  if (isOfPages(rule) && !isWrite(rule)) {
    if (paths.includes('/**'))
      findings.push(
        warning('whole-site', 'It lets every page of its hosts be read. List the functions that are meant.', 'paths'),
      )
    if (rule.hosts.some(host => wildcardDomain(host) !== undefined)) {
      findings.push(warning('pages-below', 'It lets pages of hosts be read that nobody has listed.', 'hosts'))
    }
  }
  const words = paths.filter(path =>
    path
      .toLowerCase()
      .split('/')
      .some(segment => speaking.test(segment)),
  )
  if (words.length > 0)
    findings.push(warning('speaking', `By its name, this is where people are reached: ${words.join(', ')}`, 'paths'))
  if (rule.schemes?.includes('http') === true)
    findings.push(warning('clear-text', 'It may be read by anybody on the way (http).', 'schemes'))
  return findings
}

function lintQuery(rule: Rule): readonly RuleFinding[] {
  const { query } = rule
  if (query === undefined) {
    const isWide = isOfPages(rule) || isWrite(rule)
    return isWide
      ? [warning('open-query', 'It takes any query. Only the budget bounds what goes out in it.', 'query')]
      : []
  }
  if (query === 'none') return []
  const names = Array.isArray(query) ? query : Object.keys(query)
  const onward = names.filter(name => redirectors.has(name.toLowerCase()))
  return onward.map(name =>
    warning('redirector', `${name} is a name by which sites send people on to others.`, 'query'),
  )
}

function lintWrite(rule: Rule, { vetting }: Site): readonly RuleFinding[] {
  const findings: RuleFinding[] = []
  if (vetting === undefined)
    findings.push(warning('write-unvetted', 'It lets people write, and no report says who looked at it ("vetting").'))
  if (rule.freeText === true)
    findings.push(
      warning('free-text', 'People can write what they like here. See that somebody reads the log.', 'freeText'),
    )
  if ((rule.paths ?? ['/**']).some(path => path.includes('*')))
    findings.push(warning('write-wide', 'It lets people write to more than one page.', 'paths'))
  if (rule.hosts.some(host => host.includes('*')))
    findings.push(warning('write-wide', 'It lets people write to more than one host.', 'hosts'))
  if (rule.paths?.some(path => /graphql/i.test(path)) === true) {
    findings.push(
      warning(
        'graphql',
        'GraphQL texts are refused whatever a rule says. Grant persisted queries, or leave it out.',
        'paths',
      ),
    )
  }
  return findings
}

function warning(code: string, reason: string, at?: string): RuleFinding {
  return { severity: 'warning', code, reason, ...(at !== undefined && { at }) }
}
