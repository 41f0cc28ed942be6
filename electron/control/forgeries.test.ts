import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import { defaultLeases, LEASE_TYPE, STATE_TYPE } from '#shared/directive/state-document.ts'
import { expect, test } from 'vitest'
import { otherTerminalId } from '../testing/sample-operations.ts'
import { canteenClosed, webClosed } from '../testing/sample-closings.ts'
import { createStateSigner, sampleDocument } from '../testing/sign-state.ts'
import { type ControlBench, createControlBench } from '../testing/throw-away-control.ts'

/*
 * Threat: whoever holds the line, or has seen every document there ever was, sends a terminal what the prison never said to
 * it. None of it may change what is open, what is on the disk, or how long that holds.
 */

const TRIES = 100_000

/** A generator with a seed (mulberry32): a failure can be run again. */
function createDice(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { below: (limit: number) => Math.floor(next() * limit) }
}

type Dice = ReturnType<typeof createDice>

const flipped = (text: string, dice: Dice): string => {
  const bytes = Buffer.from(text)
  const at = dice.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(7))
  return bytes.toString('latin1')
}

const encode = (value: unknown) => Buffer.from(canonicalJson(value)).toString('base64url')

/** Ways to make something the prison did not say out of what it did. Each answers another text every time. */
function createForger({ signer }: ControlBench, dice: Dice) {
  const thief = createStateSigner()
  const otherPrisonId = '0d3c6a52-0a4e-4d0e-9d4c-9d3b6f2f5a99'
  // Of versions that were never signed: put together with a true signature, it must not be what that one signed.
  const content = () => ({ ...sampleDocument([signer.signer]), version: 100 + dice.below(1000) })
  const signatures = Array.from({ length: 40 }, (_, index) => signer.state({ version: 20 + index }))
  const pick = (texts: readonly string[]): string => texts[dice.below(texts.length)] ?? ''
  const truePart = (part: 0 | 1 | 2): string => pick(signatures).split('.')[part] ?? ''
  const nonce = 'n'.repeat(22)
  const trulySigned = {
    stale: Array.from({ length: 9 }, (_, index) => signer.state({ version: index + 1 })),
    otherPrison: [signer.sign(STATE_TYPE, { ...content(), prisonId: otherPrisonId })],
    leaseAsState: [signer.sign(LEASE_TYPE, content())],
    grantAsState: [signer.grant(nonce, { version: 10 })],
    untyped: [signer.sign('receipt+jwt', content())],
    extra: [
      signer.sign(STATE_TYPE, { ...content(), crit: true }),
      signer.sign(STATE_TYPE, content(), { crit: ['b64'] }),
    ],
    odd: [null, [], 7, 'open', {}].map(value => signer.sign(STATE_TYPE, value)),
    secondOfItsVersion: [signer.state({ version: 10, closings: [] })],
  }
  const ways: (() => string)[] = [
    () => flipped(pick(signatures), dice),
    () => pick(signatures).slice(0, -1 - dice.below(300)),
    () => pick(signatures).slice(1 + dice.below(60)),
    () => `${encode({ alg: 'EdDSA', kid: 'state-key-1', typ: STATE_TYPE })}.${encode(content())}.${truePart(2)}`,
    () => `${encode({ alg: 'none', kid: 'state-key-1', typ: STATE_TYPE })}.${encode(content())}.`,
    () => `${truePart(0)}.${encode(content())}.${Buffer.alloc(64, dice.below(256)).toString('base64url')}`,
    () => `${pick(signatures)}.${truePart(1)}`,
    () => `${pick(signatures)}=`,
    () => Buffer.from(Array.from({ length: 90 }, () => dice.below(256))).toString('base64url'),
    ...Object.values(trulySigned).map(texts => () => pick(texts)),
  ]
  // Making a true signature with a false key is slow: each is made once, and goes out in turn with the others.
  const stolen = Array.from({ length: 200 }, () => thief.sign(STATE_TYPE, content()))
  return () => (dice.below(12) === 0 ? pick(stolen) : (ways[dice.below(ways.length)] ?? (() => ''))())
}

test(`of ${TRIES} documents that the prison did not sign for this terminal, or no longer, none is obeyed`, async () => {
  const bench = createControlBench()
  const { obedience, openState } = await bench.start()
  await obedience.receive(bench.signer.state({ version: 10, closings: [canteenClosed(), webClosed()] }))
  const before = { state: structuredClone(bench.disk.state), open: openState(), told: bench.told() }
  const forge = createForger(bench, createDice(20_261_122))
  let obeyed = 0
  for (let tries = 0; tries < TRIES; tries += 500) {
    const answers = await Promise.all(Array.from({ length: 500 }, () => obedience.receive(forge())))
    obeyed += answers.filter(({ status }) => status === 'obeyed').length
  }
  expect(obeyed).toBe(0)
  expect(bench.disk.state).toEqual(before.state)
  expect(openState()).toEqual(before.open)
  expect(bench.told()).toBe(before.told)
  expect(await obedience.receive(bench.signer.state({ version: 11 }))).toEqual({ status: 'obeyed', version: 11 })
}, 120_000)

test('of 20000 grants that the prison did not give to this question of this terminal, none is taken', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  const { signer, time } = bench
  await control.obedience.receive(signer.state({ version: 10 }))
  const dice = createDice(7)
  const nonce = 'A'.repeat(22)
  const asked = { nonce, atMs: time.uptimeMs() }
  const genuine = signer.grant(nonce, { version: 10 })
  const refused = [
    signer.grant('B'.repeat(22), { version: 10 }),
    signer.grant(nonce, { version: 9 }),
    signer.grant(nonce, { version: 11 }),
    signer.sign(LEASE_TYPE, { ...sampleDocument([signer.signer]) }),
    signer.sign(STATE_TYPE, { ...JSON.parse(Buffer.from(genuine.split('.')[1] ?? '', 'base64url').toString()) }),
    signer.grant(nonce, { version: 10, terminalId: otherTerminalId }),
    signer.sign(LEASE_TYPE, { format: 1, nonce, version: 10, at: '2026-11-22T10:00:00.000Z', leases: defaultLeases }),
    createStateSigner().grant(nonce, { version: 10 }),
  ]
  let taken = 0
  for (let tries = 0; tries < 20_000; tries += 1) {
    const forged = dice.below(2) === 0 ? flipped(genuine, dice) : (refused[dice.below(refused.length)] ?? '')
    if ((await control.obedience.grant(forged, asked)) === undefined) taken += 1
  }
  expect(taken).toBe(0)
  expect(control.openState().web).toMatchObject({ reason: 'no-contact' })
  expect(await control.obedience.grant(genuine, asked)).toBeUndefined()
}, 60_000)
