import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { shareDisplay } from './display-access.mjs'

const myself = { name: 'me', uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

test('hands over a copy of the cookie that only the account can read', async () => {
  const XAUTHORITY = path.join(temporaryFolder({ cookie: 'secret\0' }), 'cookie')
  const home = temporaryFolder()
  const env = await shareDisplay({ DISPLAY: ':7', XAUTHORITY }, { ...myself, home })
  const copy = path.join(home, '.guichet-display')
  expect(env).toEqual({ XAUTHORITY: copy })
  expect(readFileSync(copy, 'utf8')).toBe('secret\0')
  expect(statSync(copy).mode & 0o777).toBe(0o600)
})

test.each([
  ['there is no display', { HOME: '/nowhere' }],
  ['the display asks for no cookie', { DISPLAY: ':7', HOME: '/nowhere' }],
])('hands over nothing when %s', async (_name, env) => {
  expect(await shareDisplay(env, { ...myself, home: temporaryFolder() })).toEqual({})
})
