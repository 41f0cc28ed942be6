import { PassThrough } from 'node:stream'
import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import { createTunnelRegistry } from './tunnel-registry.ts'

const identity = () => ({ terminalId: terminalIdSchema.parse(uuid()), inmateId: inmateIdSchema.parse(uuid()) })

test('a tunnel that opens while the others are looked at stays', async () => {
  const registry = createTunnelRegistry()
  const [early, late] = [new PassThrough(), new PassThrough()]
  registry.add(early, identity())
  await registry.check(async () => {
    registry.add(late, identity())
    return () => false
  })
  expect([early.destroyed, late.destroyed]).toEqual([true, false])
})

test('nobody is asked while no tunnel is open', async () => {
  const asking = createTunnelRegistry().check(() => Promise.reject(new Error('asked')))
  await expect(asking).resolves.toBeUndefined()
})

test('a socket that has closed already is not kept', () => {
  const registry = createTunnelRegistry()
  expect(registry.add(new PassThrough().destroy(), identity())).toBe(false)
  expect(registry.count()).toBe(0)
})

test('one terminal does not take the room of another', () => {
  const registry = createTunnelRegistry(1)
  const [one, other] = [identity(), identity()]
  expect(registry.add(new PassThrough(), one)).toBe(true)
  expect(registry.add(new PassThrough(), one)).toBe(false)
  expect(registry.add(new PassThrough(), other)).toBe(true)
})
