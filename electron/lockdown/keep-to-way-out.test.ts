import { expect, test } from 'vitest'
import { keepToWayOut } from './keep-to-way-out.ts'

test('binds the browser part to one address of this machine, without exceptions and without names', () => {
  const added: string[] = []
  keepToWayOut({ appendSwitch: (name, value) => added.push(`${name}=${value ?? ''}`) }, 40_123)
  expect(added).toEqual([
    'proxy-server=http://127.0.0.1:40123',
    'proxy-bypass-list=<-loopback>',
    'host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ])
})
