import { expect, test } from 'vitest'
import { accountEnvironment, parseAccount } from './account.mjs'

const account = { name: 'guichet', uid: 999, gid: 998, home: '/var/lib/guichet' }

test('reads an account from its line', () => {
  expect(parseAccount('guichet:x:999:998::/var/lib/guichet:/usr/sbin/nologin\n')).toEqual(account)
})

test.each([
  ['nothing at all', ''],
  ['an id that is no number', 'guichet:x:a:998::/var/lib/guichet:/bin/sh'],
  ['no home', 'guichet:x:999:998:::/bin/sh'],
])('refuses a line with %s', (_name, line) => {
  expect(parseAccount(line)).toBeUndefined()
})

test('passes on what a run is steered by', () => {
  const given = { CI: 'true', DATABASE_URL: 'postgres://x', GUICHET_WORK: '/srv', LC_ALL: 'C' }
  expect(accountEnvironment(given, account, '/usr/bin/node')).toMatchObject(given)
})

test('leaves root\u2019s home, credentials, search path and npm settings behind', () => {
  const rootOwn = {
    HOME: '/root',
    PATH: '/root/bin',
    USER: 'root',
    NPM_TOKEN: 's',
    npm_config_userconfig: '/root/.npmrc',
    SSH_AUTH_SOCK: '/x',
  }
  expect(accountEnvironment(rootOwn, account, '/opt/node/bin/node')).toEqual({
    HOME: '/var/lib/guichet',
    USER: 'guichet',
    LOGNAME: 'guichet',
    SHELL: '/bin/sh',
    PATH: '/opt/node/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  })
})
