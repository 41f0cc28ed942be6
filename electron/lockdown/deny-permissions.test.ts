import type { Session } from 'electron'
import { expect, test } from 'vitest'
import { denyPermissions } from './deny-permissions.ts'

type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void

function denied() {
  const handlers: Record<string, unknown> = {}
  const keep = (name: string) => (handler: unknown) => {
    handlers[name] = handler
  }
  denyPermissions({
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
  } as unknown as Session)
  return handlers
}

test.each(['media', 'geolocation', 'clipboard-read', 'background-sync', 'a-name-of-next-year'])(
  'denies %s',
  permission => {
    const handlers = denied()
    const answers: boolean[] = []
    ;(handlers['request'] as RequestHandler)(null, permission, granted => answers.push(granted))
    answers.push((handlers['check'] as (contents: unknown, name: string) => boolean)(null, permission))
    expect(answers).toEqual([false, false])
  },
)

test('denies every device and every screen', () => {
  const handlers = denied()
  expect((handlers['device'] as () => boolean)()).toBe(false)
  expect(handlers['display']).toBeNull()
})
