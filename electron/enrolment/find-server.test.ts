import { GuichetError } from '#shared/errors/guichet-error.ts'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import {
  createThrowAwayAuthority,
  startThrowAwayServer,
  type ThrowAwayAuthority,
} from '../testing/throw-away-server.ts'
import { openBench } from './testing/enrolment-bench.ts'
import { GOOD_CODE, startStandIn } from './testing/stand-in-server.ts'

const refusedWith = (code: string) => ({ code })
let authority: ThrowAwayAuthority
let bench: Awaited<ReturnType<typeof openBench>>

beforeAll(async () => {
  authority = await createThrowAwayAuthority()
})
beforeEach(async () => {
  bench = await openBench(authority)
})

test('a server that shows only its own certificate is believed by its pinned authority, and by nothing else', async () => {
  const plain = await startStandIn(authority, { showsAuthority: false })
  onTestFinished(plain.close)
  await expect((await bench.start()).find(plain.url)).rejects.toMatchObject(refusedWith('ENROLMENT_SERVER_UNKNOWN'))
  await bench.writeHints('server.json', { ...bench.hint, url: plain.url })
  expect(await (await bench.start()).find(plain.url)).toMatchObject({ words: null })
})

test('something that speaks TLS and is no prison server is told apart', async () => {
  const { cert, key } = await authority.issue()
  const chain = `${cert}\n${authority.certificatePem}`
  const other = await startThrowAwayServer({ cert: chain, key }, (_request, response) => response.end('hello'))
  onTestFinished(other.close)
  await expect((await bench.start()).find(other.url)).rejects.toMatchObject(refusedWith('ENROLMENT_SERVER_UNKNOWN'))
})

test('something that speaks no TLS is told apart, and so is nothing at all', async () => {
  const plain = createServer(socket => {
    socket.on('error', () => undefined).resume()
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  const port = await listen(plain)
  await expect((await bench.start()).find(`127.0.0.1:${port}`)).rejects.toMatchObject(
    refusedWith('ENROLMENT_SERVER_UNKNOWN'),
  )
  plain.close()
  await once(plain, 'close')
  await expect((await bench.start()).find(`127.0.0.1:${port}`)).rejects.toMatchObject(refusedWith('LINE_UNREACHABLE'))
})

async function listen(plain: Server): Promise<number> {
  plain.listen(0, '127.0.0.1')
  await once(plain, 'listening')
  const address = plain.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

test('an enrolment file says everything, and is for its own terminal alone', async () => {
  await bench.writeHints('enrolment.json', bench.enrolmentFile)
  const terminal = await bench.start()
  const address = new URL(bench.server.url).host
  expect(await terminal.begin()).toEqual({ server: { address, words: null }, code: GOOD_CODE, isUnderWay: false })
  expect(await terminal.look(GOOD_CODE, false)).toMatchObject({ status: 'found' })

  await bench.writeHints('enrolment.json', { ...bench.enrolmentFile, name: 'B-09' })
  const other = await bench.start()
  await other.begin()
  await expect(other.look()).rejects.toMatchObject(refusedWith('ENROLMENT_OTHER_TERMINAL'))
})

test('a terminal whose server is pinned joins no other', async () => {
  await bench.writeHints('server.json', bench.hint)
  const thief = await startStandIn(await createThrowAwayAuthority())
  onTestFinished(thief.close)
  const terminal = await bench.start()
  expect(await terminal.begin()).toMatchObject({ server: { words: null }, code: null })
  await expect(terminal.find(thief.url)).rejects.toMatchObject(refusedWith('ENROLMENT_KEY_DIFFERS'))
  expect(thief.asked).toEqual([])
})

test('a pinned server that cannot be read is not done without', async () => {
  await bench.writeHints('server.json', '{')
  await expect(bench.start()).rejects.toMatchObject(refusedWith('CONFIGURATION_INVALID'))
})

test.each([
  ['cannot be read', () => '{'],
  ['is for another prison', async () => ({ ...bench.enrolmentFile, authorityPem: await otherAuthority() })],
])('an enrolment file that %s counts as none and is told of', async (_why, make) => {
  await bench.writeHints('server.json', bench.hint)
  await bench.writeHints('enrolment.json', await make())
  const terminal = await bench.start()
  expect(await terminal.begin()).toMatchObject({ code: null })
  expect(terminal.unusable).toEqual([expect.any(GuichetError)])
})

async function otherAuthority(): Promise<string> {
  return (await createThrowAwayAuthority()).certificatePem
}
