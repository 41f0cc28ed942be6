import type { Rule } from '../rule-schema.ts'
import type { WebPolicy } from '../web-policy.ts'

/** Rules a site. */
const SITE = 1000

/**
 * A policy of `count` rules: each lists a folder of a domain of its own, for pages and pictures, and a folder of one host
 * that all share.
 */
export function manyRules(count: number): WebPolicy {
  const siteCount = Math.ceil(count / SITE)
  return {
    version: 1,
    sites: Array.from({ length: siteCount }, (_, site) => ({
      id: `site-${site}`,
      name: { fr: `Site ${site}` },
      start: `https://www.h${site * SITE}.example/`,
      rules: Array.from({ length: Math.min(SITE, count - site * SITE) }, (_rule, at) => ruleNumber(site * SITE + at)),
    })),
  }
}

function ruleNumber(number: number): Rule {
  return {
    id: `rule-${number}`,
    hosts: [`*.h${number}.example`, 'many.example'],
    paths: [`/p${number}/**`, `/folder/${number}/**`],
    types: ['mainFrame', 'image'],
  }
}
