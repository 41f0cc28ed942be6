import type { Page } from '@playwright/test'
import { jeanBosco } from '../../fixtures/people.ts'
import { expect, test } from '../../fixtures/test.ts'

const FLOOD = 50_000

/** Calls the bridge from the page with what a script makes, and answers with what came back: a code, `ok`, or no answer. */
async function call(page: Page, name: string, script: string): Promise<string> {
  const source = `(async () => {
    try {
      const { ok, error } = await guichet.call(${JSON.stringify(name)}, ${script})
      return ok ? 'ok' : error.code
    } catch {
      return 'not carried'
    }
  })()`
  return String(await page.evaluate(source))
}

test('no key of an input reaches a prototype, in the page, behind the bridge or in the main process', async ({
  launch,
}) => {
  const { app, page, heading } = await launch()
  await expect(heading).toHaveText('Who is signing in?')
  const credentials = '{ "number": "4711", "pin": "0000", "reason": "idle", "polluted": true }'
  const inherited = [`JSON.parse('{ "__proto__": ${credentials} }')`, `Object.create(${credentials})`]
  for (const input of inherited) expect(await call(page, 'session:sign-in', input)).toBe('IPC_INPUT_INVALID')
  for (const key of ['constructor', 'prototype', 'toString']) {
    const input = `{ reason: 'idle', ${key}: { prototype: ${credentials} } }`
    expect(await call(page, 'session:end', input), key).toBe('IPC_INPUT_INVALID')
  }
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(await call(page, name, '{}'), name).toBe('IPC_SENDER_REFUSED')
  }

  await page.evaluate(`
    Object.assign(Object.prototype, ${credentials})
    Object.hasOwn = () => true
    Reflect.get = () => true
    Promise.prototype.then = new Proxy(Promise.prototype.then, {})`)
  expect(await call(page, 'shell:open', '{}'), 'the preload looks with its own eyes').toBe('IPC_SENDER_REFUSED')
  expect(await call(page, 'session:sign-in', '{}'), 'what an input inherits does not count').toBe('IPC_INPUT_INVALID')
  expect(await app.evaluate(() => 'polluted' in {})).toBe(false)
})

test('what is malformed or far too large is refused, and the next call is answered', async ({ launch }) => {
  const { page, heading } = await launch()
  await expect(heading).toHaveText('Who is signing in?')
  const refused = ['IPC_INPUT_INVALID', 'not carried']
  const inputs = {
    nothing: 'undefined',
    text: `'{"reason":"idle"}'`,
    list: '[]',
    'a list of many': 'new Array(1e6).fill(0)',
    'many keys': 'Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => ["k" + at, at]))',
    'a long text': `{ reason: 'x'.repeat(64 * 1024 * 1024) }`,
    bytes: `{ reason: new Uint8Array(64 * 1024 * 1024) }`,
    depth: '(() => { let deep = {}; for (let at = 0; at < 1e5; at += 1) deep = { deep }; return deep })()',
    circle: '(() => { const round = { reason: "idle" }; round.round = round; return round })()',
    function: '{ reason: () => "idle" }',
    'a key that answers': '{ get reason() { return Symbol("idle") } }',
    'a value that is computed': 'new Proxy({}, { ownKeys: () => ["reason"], get: () => 1n })',
  }
  for (const [name, input] of Object.entries(inputs)) {
    expect(refused, name).toContain(await call(page, 'session:end', input))
    expect(await call(page, 'terminal:describe', '{}'), name).toBe('ok')
  }
})

test('a flood of calls is refused, told of once, and the terminal goes on working', async ({ launch }) => {
  const kiosk = await launch()
  await expect(kiosk.heading).toHaveText('Who is signing in?')
  await kiosk.page.evaluate(`
    globalThis.answers = {}
    for (let at = 0; at < ${FLOOD}; at += 1) {
      guichet.call('terminal:describe', {}).then(({ ok, error }) => {
        const code = ok ? 'ok' : error.code
        answers[code] = (answers[code] ?? 0) + 1
      })
    }`)
  const answers = () => kiosk.page.evaluate<Record<string, number>>('globalThis.answers')
  const settled = async () => Object.values(await answers()).reduce((all, count) => all + count, 0)
  await expect.poll(settled).toBe(FLOOD)
  const counts = await answers()
  expect(Object.keys(counts).toSorted()).toEqual(['IPC_TOO_MANY', 'ok'])
  expect(counts['IPC_TOO_MANY']).toBeGreaterThan(FLOOD / 2)
  expect(kiosk.output.split('IPC_TOO_MANY')).toHaveLength(2)
  await kiosk.signIn(jeanBosco)
})
