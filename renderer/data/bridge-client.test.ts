import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test } from 'vitest'
import { createBridgeClient } from './bridge-client.ts'
import { asBridge } from './testing/as-bridge.ts'
import { FakeBridge } from './testing/fake-bridge.ts'

test('hands on the value', async () => {
  const client = createBridgeClient(asBridge(new FakeBridge()))
  await expect(client.call('draft:read', {})).resolves.toEqual({ draft: null })
})

test('a refusal becomes an error with its code', async () => {
  const main = new FakeBridge()
  main.overrides = {
    'draft:read': () => {
      throw new GuichetError('SESSION_MISSING', 'nobody is signed in')
    },
  }
  const client = createBridgeClient(asBridge(main))
  await expect(client.call('draft:read', {})).rejects.toMatchObject({ code: 'SESSION_MISSING' })
})
