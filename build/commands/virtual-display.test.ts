import { expect, test } from 'vitest'
import { authorityFile } from './virtual-display.mjs'

test('writes one entry that matches any host and any display', () => {
  const name = 'MIT-MAGIC-COOKIE-1'
  const cookie = Buffer.alloc(16, 0xab)
  expect(authorityFile(cookie)).toEqual(
    Buffer.concat([
      Buffer.from('ffff00000000', 'hex'),
      Buffer.from([0, 18]),
      Buffer.from(name),
      Buffer.from([0, 16]),
      cookie,
    ]),
  )
})
