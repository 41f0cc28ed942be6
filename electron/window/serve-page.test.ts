import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServePage, type ServePage } from './serve-page.ts'

let top: string
let servePage: ServePage
beforeAll(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'guichet-page-'))
  const folder = path.join(top, 'kiosk')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'index.html'), '<!doctype html>')
  await writeFile(path.join(folder, 'assets/index-a1.js'), 'export {}')
  await writeFile(path.join(folder, 'assets/face.woff2'), 'font')
  await writeFile(path.join(folder, 'assets/notes.txt'), 'not part of a page')
  await writeFile(path.join(top, 'secret.json'), '{}')
  await symlink(path.join(top, 'secret.json'), path.join(folder, 'assets/link.json'))
  await symlink(top, path.join(folder, 'outside'))
  servePage = createServePage(folder)
})
afterAll(() => rm(top, { recursive: true }))

const get = (url: string) => servePage({ url, method: 'GET' })

test.each([
  ['guichet://kiosk/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
  ['guichet://kiosk/index.html#problem=CONFIGURATION_INVALID', 'text/html; charset=utf-8', '<!doctype html>'],
  ['guichet://kiosk/assets/index-a1.js', 'text/javascript; charset=utf-8', 'export {}'],
  ['guichet://kiosk/assets/face.woff2', 'font/woff2', 'font'],
])('serves %s', (url, mimeType, text) => {
  const { statusCode, headers, data } = get(url)
  expect([statusCode, headers['content-type'], data.toString()]).toEqual([200, mimeType, text])
})

test.each([
  ['a file that is not there', 'guichet://kiosk/other.html'],
  ['a folder', 'guichet://kiosk/assets'],
  ['the top', 'guichet://kiosk/'],
  ['a way out', 'guichet://kiosk/../secret.json'],
  ['an encoded way out', 'guichet://kiosk/%2e%2e/secret.json'],
  ['an encoded separator', 'guichet://kiosk/..%2fsecret.json'],
  ['a back-slashed way out', 'guichet://kiosk/..\\secret.json'],
  ['a link to the outside', 'guichet://kiosk/assets/link.json'],
  ['a linked folder', 'guichet://kiosk/outside/secret.json'],
  ['a kind of file no page is made of', 'guichet://kiosk/assets/notes.txt'],
  ['an absolute path', 'guichet://kiosk//etc/passwd'],
  ['another host', 'guichet://console/index.html'],
  ['a host that only begins like it', 'guichet://kiosk.evil/index.html'],
  ['another scheme', 'https://kiosk/index.html'],
  ['credentials', 'guichet://a:b@kiosk/index.html'],
  ['a query', 'guichet://kiosk/index.html?x=1'],
  ['something that is no address', 'index.html'],
])('refuses %s', (_name, url) => {
  const { statusCode, data } = get(url)
  expect([statusCode, data.toString()]).toEqual([404, ''])
})

test.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('refuses %s', method => {
  expect(servePage({ url: 'guichet://kiosk/index.html', method }).statusCode).toBe(405)
})

test.each(['guichet://kiosk/index.html', 'guichet://kiosk/missing'])('holds %s to a strict policy', url => {
  const { headers } = get(url)
  const policy = headers['content-security-policy']?.split('; ')
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]),
  )
  expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|data:|https?:/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['permissions-policy']).toContain('camera=()')
})

test('a page that was never built is refused when it is asked for', () => {
  const nothing = createServePage(path.join(top, 'nowhere'))
  expect(() => nothing({ url: 'guichet://kiosk/index.html', method: 'GET' })).toThrow('ENOENT')
})
