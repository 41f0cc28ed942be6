import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { describe, expect, test } from 'vitest'
import { jobsPolicy } from '#shared/policy/testing/jobs-policy.ts'
import { bounds, openTestView as open } from './testing/open-test-view.ts'

const start = 'https://jobs.example/offers'
const evil = 'https://evil.example/x?q=secret'

describe('a visit', () => {
  test('is refused where the policy has no such site', () => {
    expect(() => open(jobsPolicy(), 'casino')).toThrow(/no such site/)
  })

  test('guards its session before its view is made, and loads when its page is guarded', () => {
    const { page, log } = open()
    expect(log).toEqual(['permissions'])
    expect(page().sessionTold[0]).toBe('spell-checker []')
    expect(page().sessionTold.at(-1)).toBe('view made')
    expect(page().told.indexOf('webrtc disable_non_proxied_udp')).toBeLessThan(page().told.indexOf(`load ${start}`))
    expect(page().told).toContain(`load ${start}`)
  })

  test('shows its view where it is told to, and only when it is told to', () => {
    const { view, page, inWindow } = open()
    expect(inWindow).toHaveLength(1)
    expect(page().told.slice(-3, -1)).toEqual([`bounds ${JSON.stringify(bounds)}`, 'visible true'])
    view.place({ ...bounds, y: 10 }, false)
    expect(page().told.slice(-2)).toEqual([`bounds ${JSON.stringify({ ...bounds, y: 10 })}`, 'visible false'])
  })

  test('takes requests of its own view only', () => {
    const { page } = open()
    const details = { id: 1, url: start, method: 'GET', resourceType: 'mainFrame', webContentsId: 1 }
    expect(page().ask('onBeforeRequest', details)).toEqual({ cancel: false })
    expect(page().ask('onBeforeRequest', { ...details, webContentsId: 2 })).toEqual({ cancel: true })
  })
})

describe('a page that is refused', () => {
  test('hides the view and is told, without its query', () => {
    const { page, states, refused, view } = open()
    page().emit('did-navigate')
    expect(page().raise('will-navigate', { url: evil, isMainFrame: true })).toBe(true)
    expect(refused).toEqual(['W-2-13 evil.example/x'])
    expect(states.at(-1)).toMatchObject({
      refusal: { code: 'W-2-13', reason: 'host-not-listed', address: 'evil.example/x' },
      canGoBack: true,
    })
    expect(page().told.at(-1)).toBe('visible false')
    expect([...view.refusalCounts()]).toEqual([['host-not-listed', 1]])
  })

  test('gives back the page that is still there', () => {
    const { page, view, states } = open()
    page().emit('did-navigate')
    page().raise('will-navigate', { url: evil, isMainFrame: true })
    page().history.push('an older page')
    view.go('back')
    expect(states.at(-1)?.refusal).toBeNull()
    expect(page().told.at(-1)).toBe('visible true')
    expect(page().told).not.toContain('back to an older page')
  })

  test('goes back where Chromium has put its own error in the place of the page', () => {
    const { page, view } = open()
    page().emit('did-navigate')
    page().emit('did-fail-load', {}, -20, 'ERR_BLOCKED_BY_CLIENT', evil, true)
    page().history.push('an older page')
    view.go('back')
    expect(page().told).toContain('back to an older page')
  })

  test('goes to the start where there is nothing to go back to', () => {
    const { page, view } = open()
    page().raise('will-navigate', { url: evil, isMainFrame: true })
    page().told.length = 0
    view.go('back')
    expect(page().told).toContain(`load ${start}`)
  })
})

describe('what is told of a page', () => {
  test('is when it loads and when it is there', () => {
    const { page, states } = open()
    page().emit('did-navigate')
    page().emit('did-stop-loading')
    expect(states.at(-1)).toEqual({
      siteId: 'jobs',
      isLoading: false,
      canGoBack: false,
      refusal: null,
      hasFailed: false,
      budget: { usedPercent: 0 },
    })
  })

  test('is that the site did not answer, and takes the view away', () => {
    const { page, states } = open()
    page().emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', start, true)
    expect(states.at(-1)).toMatchObject({ hasFailed: true, isLoading: false })
    expect(page().told.at(-1)).toBe('visible false')
  })

  test('is that the site did not answer, where the gateway says so', () => {
    const { page, states, refused } = open()
    const responseHeaders = { 'Guichet-Refused': ['site-unreachable'] }
    page().ask('onHeadersReceived', { id: 1, url: start, resourceType: 'mainFrame', responseHeaders })
    page().emit('did-fail-load', {}, -20, 'ERR_BLOCKED_BY_CLIENT', start, true)
    expect(states.at(-1)).toMatchObject({ hasFailed: true, refusal: null })
    expect(refused).toEqual([])
  })

  test.each([
    ['a load that a newer one replaced', -3, true],
    ['a frame that failed', -105, false],
  ])('is nothing of %s', (_name, errorCode, isMainFrame) => {
    const { page, states } = open()
    page().emit('did-fail-load', {}, errorCode, '', start, isMainFrame)
    expect(states.some(state => state.hasFailed)).toBe(false)
  })
})

describe('the day’s use of a site', () => {
  const page1 = { id: 1, url: `${start}/1?`, method: 'GET', resourceType: 'mainFrame', webContentsId: 1 }

  test('is told as it grows', () => {
    const { page, states, budget } = open()
    page().emit('did-stop-loading')
    expect(states.at(-1)?.budget).toEqual({ usedPercent: 0 })
    budget.usedPercent = 3
    expect(page().ask('onBeforeRequest', page1)).toEqual({ cancel: false })
    expect(states.at(-1)?.budget).toEqual({ usedPercent: 3 })
    const told = states.length
    page().ask('onBeforeRequest', page1)
    expect(states).toHaveLength(told)
  })

  test('counts what a page carries, under the address that was judged', () => {
    const { page, budget } = open()
    page().ask('onBeforeRequest', page1)
    expect(budget.wishes).toEqual([['jobs', { query: 0, path: 2 }, `${start}/1?`]])
  })

  test('refuses a page when it is spent, and says which rule it was', () => {
    const { page, states, refused, budget } = open()
    budget.fits = false
    expect(page().ask('onBeforeRequest', page1)).toEqual({ cancel: true })
    expect(refused).toEqual(['W-2-39 jobs.example/offers/1'])
    expect(states.at(-1)?.refusal?.reason).toBe('budget-spent')
  })
})

describe('a page that is lost', () => {
  test.each([
    ['render-process-gone', 'its process ended'],
    ['destroyed', 'it closed itself'],
    ['unresponsive', 'it hangs'],
  ])('is made anew in a new session: %s, %s', async (event, _why) => {
    const { page, panes, closed, inWindow, settle } = open()
    page().emit(event, {}, {})
    await settle()
    expect(panes).toHaveLength(2)
    expect(closed).toEqual([1])
    expect(inWindow).toHaveLength(1)
    expect(page().told).toContain(`load ${start}`)
  })

  test('is given up when it is lost too often', () => {
    const { page, panes, log, inWindow } = open()
    for (let losses = 0; losses < 5; losses += 1) page().emit('render-process-gone', {}, {})
    expect(panes).toHaveLength(4)
    expect(inWindow).toHaveLength(0)
    expect(log.filter(line => line === 'closed')).toHaveLength(1)
  })
})

describe('the end of a visit', () => {
  test('takes the view away, forgets it and is told once', async () => {
    const { view, closed, inWindow, log } = open()
    await Promise.all([view.close(), view.close()])
    expect(closed).toEqual([1])
    expect(inWindow).toHaveLength(0)
    expect(log.filter(line => line === 'closed')).toHaveLength(1)
  })

  test('makes no new page of the one that goes', async () => {
    const { view, page, panes } = open()
    await view.close()
    page().emit('destroyed')
    expect(panes).toHaveLength(1)
  })

  test.each([
    ['there is no policy', () => undefined, true],
    ['the site is gone', (policy: WebPolicy) => ({ ...policy, sites: policy.sites.slice(0, 1) }), true],
    ['the page is no longer granted', (policy: WebPolicy) => withoutRule(policy, 'jobs-pages'), true],
    ['something else changed', (policy: WebPolicy) => withoutRule(policy, 'jobs-search'), false],
  ])('comes when the policy changes so that %s', async (_name, change, isClosed) => {
    const { view, log, settle } = open()
    await settle()
    view.policyChanged(change(jobsPolicy()))
    expect(log.includes('closed')).toBe(isClosed)
  })

  test.each([
    ['the site', { closedSites: new Set(['jobs']) }, true],
    ['the rule of the page', { closedRules: new Set(['jobs-pages']) }, true],
    ['another site', { closedSites: new Set(['library']) }, false],
    ['another rule', { closedRules: new Set(['jobs-search']) }, false],
  ])('comes when %s is closed, or does not', async (_name, closings, isClosed) => {
    const { view, log, circumstances, settle } = open()
    await settle()
    circumstances.closings = closings
    view.policyChanged(jobsPolicy())
    expect(log.includes('closed')).toBe(isClosed)
  })

  test('what is closed is refused from the next request on, with its reason', () => {
    const { page, refused, circumstances } = open()
    const details = { id: 1, url: start, method: 'GET', resourceType: 'mainFrame', webContentsId: 1 }
    expect(page().ask('onBeforeRequest', details)).toEqual({ cancel: false })
    circumstances.closings = { closedRules: new Set(['jobs-pages']) }
    expect(page().ask('onBeforeRequest', details)).toEqual({ cancel: true })
    expect(refused).toEqual(['W-2-30 jobs.example/offers'])
  })

  test('does not come of a policy that still grants the page, but its next requests go by it', async () => {
    const { view, page, settle } = open()
    await settle()
    const search = {
      id: 1,
      url: 'https://jobs.example/search',
      method: 'POST',
      resourceType: 'mainFrame',
      webContentsId: 1,
    }
    const details = { ...search, uploadData: [{ bytes: Buffer.from('{"q":"a"}') }] }
    expect(page().ask('onBeforeRequest', details)).toEqual({ cancel: false })
    view.policyChanged(withoutRule(jobsPolicy(), 'jobs-search'))
    expect(page().ask('onBeforeRequest', details)).toEqual({ cancel: true })
  })
})

function withoutRule(policy: WebPolicy, ruleId: string): WebPolicy {
  return {
    ...policy,
    sites: policy.sites.map(site => ({ ...site, rules: site.rules.filter(({ id }) => id !== ruleId) })),
  }
}
