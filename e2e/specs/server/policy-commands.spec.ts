import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { guichet } from '../../fixtures/run-guichet.ts'
import { expect, test } from '../../fixtures/test.ts'

interface Outcome {
  readonly code: number
  readonly printed: string
  readonly complained: string
}

const run = (...args: string[]): Promise<Outcome> =>
  new Promise(resolve => {
    execFile(process.execPath, [guichet, 'policy', ...args], { timeout: 30_000 }, (error, printed, complained) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed, complained })
    })
  })

const site = {
  id: 'jobs',
  name: { fr: 'Emplois' },
  start: 'https://jobs.example/offers',
  rules: [{ id: 'jobs-pages', hosts: ['jobs.example'], paths: ['/offers/**'], query: 'none' }],
}
const policy = { version: 1, sites: [site] }
const cases = [
  { id: 'reads', request: { url: 'https://jobs.example/offers/1' }, expect: 'allow' },
  { id: 'mails', request: { url: 'https://jobs.example/contact', method: 'POST', body: 'x' }, expect: 'deny' },
]

/** Writes `value` into the test's own folder and answers the path. */
async function fileOf(value: unknown): Promise<string> {
  const path = test.info().outputPath(`${randomUUID()}.json`)
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

test('a policy that decides its cases as expected is done', async () => {
  const { code, printed } = await run('check', '--policy', await fileOf(policy), '--cases', await fileOf(cases))
  expect(code).toBe(0)
  expect(printed).toContain('2 cases, 0 decided otherwise')
})

test('what differs is printed, for people and for a machine', async () => {
  const wrong = cases.map(one => ({ ...one, expect: 'allow' }))
  const files = ['--policy', await fileOf(policy), '--cases', await fileOf(wrong)]
  const spoken = await run('check', ...files)
  expect(spoken.code).toBe(1)
  expect(spoken.printed).toContain('differs  mails: expected allow, got deny')
  const { code, printed } = await run('check', ...files, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(printed)).toMatchObject({ ok: false, cases: 2, differences: [{ id: 'mails', code: 'W-1-18' }] })
})

for (const [what, text, place] of [
  ['an empty file', '', 'the file is empty'],
  ['a file that is cut off', JSON.stringify(policy).slice(0, 90), 'cut off before its end'],
  ['an unknown field', JSON.stringify({ ...policy, default: 'allow' }), 'unknown field default'],
  [
    'a rule without hosts',
    JSON.stringify({ version: 1, sites: [{ ...site, rules: [{ id: 'a' }] }] }),
    'sites[0].rules[0].hosts',
  ],
] as const) {
  test(`${what} is refused, with place and reason`, async () => {
    const { code, complained } = await run('check', await fileOf(text))
    expect(code).toBe(1)
    expect(complained).toContain(place)
  })
}

test('a policy over hosts of strangers is refused, and not published', async ({ prison }) => {
  const rules = [{ id: 'all', hosts: ['*.or.jp'], query: 'none' }]
  const file = await fileOf({ version: 1, sites: [{ ...site, rules }] })
  const checked = await run('check', file)
  expect(checked.code).toBe(1)
  expect(checked.complained).toContain('Anybody can open a site')
  const published = await run('publish', file, '--data', prison.data)
  expect(published.code).toBe(1)
  expect(published.complained).toContain('POLICY_INVALID')
})

test('a policy is published beside a running server, shown, and explained', async ({ prison }) => {
  const data = ['--data', prison.data]
  const published = await run('publish', await fileOf(policy), ...data)
  expect(published.code).toBe(0)
  expect(published.printed).toContain('Published: 1 sites, 1 rules')
  expect(JSON.parse((await run('show', '--json', ...data)).printed)).toEqual(policy)
  const allowed = await run('explain', 'https://jobs.example/offers/1', ...data)
  expect(allowed.printed).toContain('Allowed by rule jobs-pages of site jobs')
  const refused = await run('explain', 'https://jobs.example/about', ...data)
  expect(refused.code).toBe(0)
  expect(refused.printed).toContain('Add "/about" to "paths"')
  const code = await run('explain', 'W-1-18', ...data, '--json')
  expect(JSON.parse(code.printed)).toMatchObject({ reason: 'path-not-listed', siteId: 'jobs' })
})

test('a code is explained where there is no policy at all', async () => {
  const { code, printed } = await run('explain', 'w-0-36', '--data', test.info().outputPath('none'))
  expect(code).toBe(0)
  expect(printed).toContain('contact-details')
})

test('a record becomes a policy that can be kept in a file, with its writes beside it', async () => {
  const lines = [
    { url: 'https://jobs.example/offers', type: 'mainFrame', reason: 'host-not-listed' },
    { url: 'https://jobs.example/api', method: 'POST', contentType: 'application/json', body: '{"q":"x"}' },
  ]
  const record = await fileOf(lines.map(line => JSON.stringify(line)).join('\n'))
  const { code, printed, complained } = await run('learn', record)
  expect(code).toBe(0)
  expect(complained).toContain('WRITES, not in the policy')
  const learned = await fileOf(printed)
  expect((await run('check', learned)).code).toBe(0)
})

for (const [what, args] of [
  ['no file', ['check']],
  ['two files', ['check', 'a.json', '--policy', 'b.json']],
  ['an option that is none', ['check', 'a.json', '--quick']],
  ['a day that is none', ['check', 'a.json', '--today', 'tomorrow']],
  ['no address', ['explain']],
  ['no record', ['learn']],
  ['a command that is none', ['approve']],
] as const) {
  test(`${what} is wrong usage`, async () => {
    expect((await run(...args)).code).toBe(2)
  })
}

test('a file that is not there is said in one line', async () => {
  const { code, complained } = await run('check', 'nowhere.json')
  expect([code, complained]).toEqual([1, 'nowhere.json cannot be read (CONFIGURATION_INVALID)\n'])
})

test('every command explains itself', async () => {
  for (const command of ['check', 'explain', 'learn', 'publish', 'show']) {
    const { code, printed } = await run(command, '--help')
    expect(code).toBe(0)
    expect(printed).toContain(`Usage: guichet policy ${command}`)
  }
})
