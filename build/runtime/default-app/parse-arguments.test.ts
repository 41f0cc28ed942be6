import { expect, test } from 'vitest'
import { parseArguments } from './parse-arguments.mjs'

test.each([
  ['takes the first bare argument as the application', ['.'], { preloads: [], target: '.' }],
  ['passes over switches', ['--remote-debugging-port=0', '--inspect=0', 'app'], { preloads: [], target: 'app' }],
  ['leaves what follows to the application', ['app', '--version'], { preloads: [], target: 'app' }],
  ['loads modules first', ['-r', 'a.js', '--require', 'b.js', 'app'], { preloads: ['a.js', 'b.js'], target: 'app' }],
  ['takes a named application', ['--app=/srv/app', '-v'], { preloads: [], target: '/srv/app' }],
  ['finds no application among switches', ['--inspect'], { preloads: [], target: undefined }],
])('%s', (_name, args, expected) => {
  expect(parseArguments(args)).toEqual({ print: undefined, ...expected })
})

test('tells its version and its module version when asked before the application', () => {
  expect(parseArguments(['--version', 'app']).print).toBe('version')
  expect(parseArguments(['-a']).print).toBe('abi')
})
