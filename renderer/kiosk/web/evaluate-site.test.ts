import { expect, test } from 'vitest'
import { evaluateSite, type SiteFacts } from './evaluate-site.ts'

const page = {
  siteId: 'library',
  isLoading: false,
  canGoBack: false,
  refusal: null,
  hasFailed: false,
  budget: { usedPercent: 0 },
}
const facts: SiteFacts = { siteId: 'library', page, failure: null, line: 'connected', wasHere: true }
const refusal = { code: 'G-4F21', reason: 'no-rule', address: 'https://library.example/x' }

test.each<[string, Partial<SiteFacts>, string]>([
  ['shows the page of the site', {}, 'shown'],
  ['shows it also while the line is being looked for', { line: 'starting' }, 'shown'],
  ['waits for the first page', { page: null, wasHere: false }, 'opening'],
  ['does not take the page of another site for it', { page: { ...page, siteId: 'law' }, wasHere: false }, 'opening'],
  ['says that it could not be opened', { page: null, wasHere: false, failure: 'WEB_SITE_UNKNOWN' }, 'failed'],
  ['says that it was closed', { page: null }, 'closed'],
  ['says that a page is refused', { page: { ...page, refusal } }, 'refused'],
  [
    'says that a page is refused, whatever the reason',
    { page: { ...page, refusal: { ...refusal, reason: 'budget-spent' } } },
    'refused',
  ],
  [
    'does not call a site that is not reached refused',
    { page: { ...page, refusal: { ...refusal, reason: 'name-unknown' } } },
    'failed',
  ],
  ['says that the site does not answer', { page: { ...page, hasFailed: true } }, 'failed'],
  ['says that there is no line before anything else', { page: { ...page, refusal }, line: 'no-connection' }, 'offline'],
  ['does so where the terminal is not recognised', { line: 'not-recognised' }, 'offline'],
])('%s', (_name, changed, standing) => {
  expect(evaluateSite({ ...facts, ...changed })).toBe(standing)
})
