import type { PageEvent } from '#shared/contracts/bridge.ts'
import type { Person } from '#shared/contracts/person.ts'
import type { Closings } from '#shared/policy/closings.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { expect, test } from 'vitest'
import type { WebView } from './gate/web-view-options.ts'
import { amara, bilal } from './testing/sample-operations.ts'
import { createWebGate, type OpenWebView } from './web-gate.ts'

type Options = Parameters<OpenWebView>[0]

const policy: WebPolicy = {
  version: 1,
  sites: ['vdab', 'a', 'b'].map(id => ({ id, name: { nl: id }, start: `https://www.${id}.example/`, rules: [] })),
}
const bounds = { x: 0, y: 80, width: 1024, height: 500 }

const wayOut = `way out for ${amara.inmateId}`
const noWayOut = ['no way out', 'count closed']
const counted = (siteId = 'vdab') => `count for ${amara.inmateId} on ${siteId}`

function terminal(failing?: OpenWebView) {
  const held: { person?: Person; policy?: WebPolicy; closings: Closings; isWebOpen: boolean } = {
    person: amara,
    policy,
    closings: {},
    isWebOpen: true,
  }
  const told: PageEvent[] = []
  const said: string[] = []
  const opened: Options[] = []
  const openView: OpenWebView = options => {
    opened.push(options)
    said.push(`open ${options.siteId}`)
    const view: WebView = {
      place: (_bounds, isVisible) => said.push(`place ${isVisible}`),
      go: to => said.push(`go ${to}`),
      policyChanged: next => said.push(`policy ${next?.sites.length ?? 'none'}`),
      close: async () => {
        said.push('close')
        options.onClosed()
      },
      refusalCounts: () => new Map(),
    }
    return view
  }
  const gate = createWebGate({
    loadView: async () => failing ?? openView,
    policy: () => held.policy,
    closings: () => held.closings,
    isWebOpen: () => held.isWebOpen,
    person: () => held.person,
    wayOut: { open: inmateId => said.push(`way out for ${inmateId}`), close: () => said.push('no way out') },
    forgetCopies: () => said.push('forget copies'),
    report: { add: () => undefined, visitEnded: () => said.push('report') },
    authorityPem: 'pem',
    nowMs: () => 0,
    today: () => '2026-11-22',
    budgets: {
      open: (inmateId, siteId) => {
        said.push(`count for ${inmateId} on ${siteId}`)
        return { spend: () => true, usedPercent: () => 0, close: () => said.push('count closed') }
      },
    },
    tellPage: event => told.push(event),
    log: { info: (_part, code) => said.push(code), error: () => undefined },
  })
  return { gate, held, told, said, opened, web: gate.handlers }
}

test('opens a site for the person who is signed in, on the prison’s day, in their language', async () => {
  const { web, opened, said } = terminal()
  await web['web:open']({ siteId: 'vdab', bounds })
  expect(said).toEqual([wayOut, counted(), 'open vdab'])
  expect(opened[0]).toMatchObject({ policy, bounds, languages: 'fr,en' })
  expect(opened[0]?.circumstances()).toEqual({ today: '2026-11-22' })
})

test('a visit that is open is judged by what is closed now', async () => {
  const { web, opened, held } = terminal()
  await web['web:open']({ siteId: 'vdab', bounds })
  held.closings = { closedSites: new Set(['vdab']) }
  expect(opened[0]?.circumstances()).toEqual({ today: '2026-11-22', closedSites: new Set(['vdab']) })
})

test('opens nothing for nobody, and nothing without a policy', async () => {
  const nobody = terminal()
  delete nobody.held.person
  await expect(nobody.web['web:open']({ siteId: 'vdab', bounds })).rejects.toMatchObject({ code: 'SESSION_MISSING' })
  const lawless = terminal()
  delete lawless.held.policy
  await expect(lawless.web['web:open']({ siteId: 'vdab', bounds })).rejects.toMatchObject({ code: 'WEB_SITE_UNKNOWN' })
  expect([...nobody.said, ...lawless.said]).toEqual([])
})

test('a site that is not listed opens no way out and no count', async () => {
  const { web, said } = terminal()
  await expect(web['web:open']({ siteId: 'other', bounds })).rejects.toMatchObject({ code: 'WEB_SITE_UNKNOWN' })
  expect(said).toEqual([])
})

test('a view that cannot be made leaves no way out open', async () => {
  const { web, said } = terminal(() => {
    throw new Error('no view')
  })
  await expect(web['web:open']({ siteId: 'vdab', bounds })).rejects.toThrow('no view')
  expect(said).toEqual([wayOut, counted(), ...noWayOut])
})

test('opens nothing for who was signed out while it loaded', async () => {
  const { web, held, said } = terminal()
  const opening = web['web:open']({ siteId: 'vdab', bounds })
  held.person = bilal
  await expect(opening).rejects.toMatchObject({ code: 'SESSION_MISSING' })
  expect(said).toEqual([])
})

test('one visit ends before the next begins', async () => {
  const { web, said } = terminal()
  await Promise.all([web['web:open']({ siteId: 'a', bounds }), web['web:open']({ siteId: 'b', bounds })])
  expect(said).toEqual([wayOut, counted('a'), 'open a', 'close', ...noWayOut, 'report', wayOut, counted('b'), 'open b'])
})

test('places, goes and closes the visit, and does nothing without one', async () => {
  const { web, said, told } = terminal()
  await web['web:go']({ to: 'back' })
  await web['web:place']({ bounds, visible: true })
  await web['web:open']({ siteId: 'vdab', bounds })
  await web['web:place']({ bounds, visible: false })
  await web['web:go']({ to: 'start' })
  await web['web:close']({})
  await web['web:close']({})
  expect(said).toEqual([wayOut, counted(), 'open vdab', 'place false', 'go start', 'close', ...noWayOut, 'report'])
  expect(told).toEqual([{ event: 'web-closed' }])
})

test('a visit ends with the session and obeys a new policy', async () => {
  const { web, gate, held, said } = terminal()
  await web['web:open']({ siteId: 'vdab', bounds })
  delete held.policy
  gate.policyChanged()
  gate.close()
  gate.close()
  expect(said).toEqual([
    wayOut,
    counted(),
    'open vdab',
    'policy none',
    'forget copies',
    'close',
    ...noWayOut,
    'report',
    'forget copies',
  ])
})

test('tells the page what becomes of the visit, and the log only the code of a refusal', async () => {
  const { web, opened, told, said } = terminal()
  await web['web:open']({ siteId: 'vdab', bounds })
  const refusal = { reason: 'path-not-listed', address: 'www.vdab.example/contact', code: 'W-1-07' } as const
  const state = {
    siteId: 'vdab',
    isLoading: false,
    canGoBack: true,
    refusal,
    hasFailed: false,
    budget: { usedPercent: 1 },
  }
  opened[0]?.onRefused(refusal)
  opened[0]?.onState(state)
  expect(told).toEqual([{ event: 'web-state', ...state }])
  expect(said).toEqual([wayOut, counted(), 'open vdab', 'W-1-07'])
})

test('a visit ends when the web is closed, none begins, and one may begin after', async () => {
  const { web, gate, held, said, told } = terminal()
  await web['web:open']({ siteId: 'vdab', bounds })
  held.isWebOpen = false
  gate.policyChanged()
  expect(said.slice(3)).toEqual(['close', ...noWayOut, 'report'])
  expect(told).toEqual([{ event: 'web-closed' }])
  await expect(web['web:open']({ siteId: 'vdab', bounds })).rejects.toMatchObject({ code: 'SERVICE_CLOSED' })
  held.isWebOpen = true
  gate.policyChanged()
  await web['web:open']({ siteId: 'vdab', bounds })
  expect(said.at(-1)).toBe('open vdab')
})

test('a site that is closed opens no way out, another does', async () => {
  const { web, held, said } = terminal()
  held.closings = { closedSites: new Set(['a']) }
  await expect(web['web:open']({ siteId: 'a', bounds })).rejects.toMatchObject({ code: 'SERVICE_CLOSED' })
  expect(said).toEqual([])
  await web['web:open']({ siteId: 'b', bounds })
  expect(said.at(-1)).toBe('open b')
})
