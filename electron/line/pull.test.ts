import type { Change } from '#shared/contracts/sync.ts'
import { expect, test } from 'vitest'
import { amara } from '../testing/sample-operations.ts'
import type { Mirror } from './mirror.ts'
import { createPull } from './pull.ts'
import type { LineAnswer } from './terminal-line.ts'

const category: Change = {
  entity: 'category',
  key: 'drinks',
  value: { id: 'drinks' as never, names: { fr: 'b', nl: 'd', de: 'g', en: 'd' }, picture: 'cup', position: 1 },
}
const person: Change = { entity: 'person', key: 'p', value: { ...amara, pinVerifier: '$argon2id$v=19$x' } }
const policy: Change = { entity: 'web-policy', key: 'current', value: { text: '{}' } }

const page = (cursor: string, more: boolean, changes: readonly unknown[] = []): LineAnswer => ({
  status: 'answered',
  httpStatus: 200,
  body: { cursor, more, changes },
})
const cursorUnknown: LineAnswer = {
  status: 'answered',
  httpStatus: 409,
  body: { code: 'PULL_CURSOR_UNKNOWN', retryable: false },
}

function pullWith(answers: LineAnswer[], wasComplete = true) {
  const paths: string[] = []
  const said: string[] = []
  const reports: unknown[] = []
  let isComplete = wasComplete
  const mirror: Mirror = {
    isComplete: () => isComplete,
    begin: async () => {
      isComplete = false
      said.push('begin')
    },
    apply: async changes => {
      said.push(`apply ${changes.map(change => change.entity).join()}`)
    },
    finish: async () => {
      isComplete = true
      said.push('finish')
    },
  }
  const pull = createPull({
    mirror,
    report: error => reports.push(error),
    ask: async ({ path }) => {
      paths.push(path)
      return answers.shift() ?? { status: 'unreachable', mayHaveArrived: false }
    },
  })
  return { pull, paths, said, reports, lose: () => void (isComplete = false) }
}

test('goes on from the page’s cursor and keeps the roster and the policy to itself', async () => {
  const { pull, paths, said } = pullWith([page('Yg', false, [category, person, policy])])
  expect(await pull('YQ')).toEqual({
    status: 'answered',
    cursor: 'Yg',
    more: false,
    restarted: false,
    changes: [category],
  })
  expect(paths).toEqual(['/terminal/v1/pull?cursor=YQ'])
  expect(said).toEqual(['apply category,person,web-policy'])
})

test('a full copy runs over several answers and is whole at the last', async () => {
  const { pull, paths, said } = pullWith([page('Yg', true, [person]), page('Yw', false, [category])])
  expect(await pull(null)).toMatchObject({ cursor: 'Yg', more: true, restarted: true })
  expect(await pull('Yg')).toMatchObject({ cursor: 'Yw', more: false, restarted: false })
  expect(paths).toEqual(['/terminal/v1/pull', '/terminal/v1/pull?cursor=Yg'])
  expect(said).toEqual(['begin', 'apply person', 'apply category', 'finish'])
})

test('starts over when the server no longer knows the cursor', async () => {
  const { pull, paths, said } = pullWith([cursorUnknown, page('Yg', false, [category])])
  expect(await pull('YQ')).toMatchObject({ status: 'answered', restarted: true, changes: [category] })
  expect(paths).toEqual(['/terminal/v1/pull?cursor=YQ', '/terminal/v1/pull'])
  expect(said).toEqual(['begin', 'apply category', 'finish'])
})

test('starts over when its own mirror is not whole, whatever the page has', async () => {
  const { pull, paths } = pullWith([page('Yg', false)], false)
  expect(await pull('YQ')).toMatchObject({ restarted: true })
  expect(paths).toEqual(['/terminal/v1/pull'])
})

test('starts over when a full copy is taken up at another place than it stopped', async () => {
  const { pull } = pullWith([page('Yg', true), page('Yw', true)], false)
  await pull(null)
  expect(await pull('WA')).toMatchObject({ cursor: 'Yw', restarted: true })
})

test('leaves the mirror alone when a full copy does not begin', async () => {
  const { pull, said } = pullWith([{ status: 'unreachable', mayHaveArrived: false }])
  expect(await pull(null)).toEqual({ status: 'unreachable', mayHaveArrived: false })
  expect(said).toEqual([])
})

test('a change that is not valid is left out and reported, the others arrive', async () => {
  const odd = { entity: 'weather', key: 'x', value: null }
  const { pull, reports } = pullWith([page('Yg', false, [odd, category, { ...category, remark: 1 }])])
  expect(await pull('YQ')).toMatchObject({ changes: [category], cursor: 'Yg' })
  expect(reports).toHaveLength(2)
})

test.each([
  ['no cursor', { more: false, changes: [] }],
  ['an unknown field', { cursor: 'Yg', more: false, changes: [], extra: 1 }],
  ['no object', 'hello'],
])('takes an answer with %s for a failing server', async (_name, body) => {
  const { pull, said } = pullWith([{ status: 'answered', httpStatus: 200, body }])
  expect(await pull('YQ')).toEqual({ status: 'busy', retryAfterMs: null })
  expect(said).toEqual([])
})

test('takes a conflict it cannot act upon for a failing server', async () => {
  const conflict: LineAnswer = {
    status: 'answered',
    httpStatus: 409,
    body: { code: 'REQUEST_STATE_REFUSED', retryable: false },
  }
  expect(await pullWith([conflict]).pull('YQ')).toEqual({ status: 'busy', retryAfterMs: null })
  expect(await pullWith([cursorUnknown]).pull(null)).toEqual({ status: 'busy', retryAfterMs: null })
})

test('the page learns a cursor only when this process has what lies before it', async () => {
  const { pull } = pullWith([page('Yg', false, [person])])
  const failing = createPull({
    ask: async () => page('Yg', false, [person]),
    report: () => undefined,
    mirror: {
      isComplete: () => true,
      begin: async () => undefined,
      apply: () => Promise.reject(new Error('disk')),
      finish: async () => undefined,
    },
  })
  await expect(failing('YQ')).rejects.toThrow('disk')
  await expect(pull('YQ')).resolves.toMatchObject({ cursor: 'Yg' })
})
