import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateSwitches, parseSwitches } from './refuse-switches.ts'

const decide = (args: readonly string[], isPackaged: boolean) => evaluateSwitches(parseSwitches(args), isPackaged)

const dangerous = [
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=9229',
  '--inspect-brk',
  '--inspect-brk=0',
  '--inspect-publish-uid=http',
  '--no-sandbox',
  '--NO-SANDBOX',
  '-no-sandbox',
  '--disable-setuid-sandbox',
  '--load-extension=/tmp/x',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
  '--allow-file-access-from-files',
  '--ignore-certificate-errors',
  '--ignore-certificate-errors-spki-list=x',
  '--js-flags=--expose-gc',
  '--host-resolver-rules=MAP * 10.0.0.1',
  '--host-rules=MAP * 10.0.0.1',
  '--proxy-server=evil:1',
  '--proxy-bypass-list=*',
  '--proxy-pac-url=http://evil',
  '--auth-server-allowlist=*',
  '--renderer-cmd-prefix=gdb',
  '--gpu-launcher=gdb',
  '--browser-subprocess-path=/tmp/x',
  '--ssl-key-log-file=/tmp/keys',
  '--log-net-log=/tmp/log',
  '--user-data-dir=/tmp/x',
  '--unsafely-treat-insecure-origin-as-secure=http://evil',
]

test.each(dangerous)('refuses %s, packaged or not', arg => {
  expect(decide([arg], true).effect).toBe('refuse')
  expect(decide([arg], false).effect).toBe('refuse')
})

test('starts without switches, and with a display to use', () => {
  expect(decide([], true)).toEqual({ effect: 'start' })
  expect(decide(['--ozone-platform=wayland', '--disable-gpu'], true)).toEqual({ effect: 'start' })
})

test('refuses what it does not know when packaged', () => {
  expect(decide(['--some-new-switch'], true)).toEqual({ effect: 'refuse', name: 'some-new-switch' })
  expect(decide(['--ozone-platform=headless'], true).effect).toBe('refuse')
})

test('takes a test’s debugger only when not packaged', () => {
  const args = ['--inspect=0', '--remote-debugging-port=0']
  expect(decide(args, false)).toEqual({ effect: 'start' })
})

test.each(['--inspect=0', '--remote-debugging-port=0', '--unsafely-disable-devtools-self-xss-warnings'])(
  'refuses a test’s debugger when packaged: %s',
  arg => {
    expect(decide([arg], true).effect).toBe('refuse')
  },
)

test('one refused switch among others is found', () => {
  expect(decide(['/opt/guichet', '--disable-gpu', '--no-sandbox'], false)).toEqual({
    effect: 'refuse',
    name: 'no-sandbox',
  })
})

test('reads a command line as Chromium does', () => {
  expect(parseSwitches(['file.js', '--a', '-b=c=d', '--', '--no-sandbox', '-'])).toEqual([
    { name: 'a', value: '' },
    { name: 'b', value: 'c=d' },
  ])
})

test('whatever a packaged kiosk starts with was listed as harmless', () => {
  fc.assert(
    fc.property(fc.array(fc.string().map(text => `--${text}`)), args => {
      const switches = parseSwitches(args)
      if (evaluateSwitches(switches, true).effect === 'refuse') return
      for (const { name } of switches) expect(['ozone-platform', 'disable-gpu']).toContain(name)
    }),
  )
})
