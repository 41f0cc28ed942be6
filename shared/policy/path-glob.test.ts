import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesPath, parsePathGlob, pathGlobProblem } from './path-glob.ts'

const covers = (pattern: string, path: string): boolean => matchesPath(parsePathGlob(pattern), path.slice(1).split('/'))

test.each([
  ['/jobs', '/jobs', true],
  ['/jobs', '/jobs/', false],
  ['/jobs', '/jobs-old', false],
  ['/jobs', '/jobs/1', false],
  ['/jobs', '/Jobs', false],
  ['/jobs/', '/jobs/', true],
  ['/jobs/**', '/jobs', true],
  ['/jobs/**', '/jobs/', true],
  ['/jobs/**', '/jobs/1/2/3', true],
  ['/jobs/**', '/jobs-old', false],
  ['/jobs/**', '/jobsx/1', false],
  ['/jobs/*', '/jobs/1', true],
  ['/jobs/*', '/jobs/', false],
  ['/jobs/*', '/jobs/1/2', false],
  ['/jobs/*/print', '/jobs/1/print', true],
  ['/jobs/*/print', '/jobs/print', false],
  ['/jobs/**/print', '/jobs/print', true],
  ['/jobs/**/print', '/jobs/1/2/print', true],
  ['/jobs/**/print', '/jobs/1/2/printed', false],
  ['/**/a/**/b', '/x/a/b/a/y/b', true],
  ['/**', '/', true],
  ['/**', '/a/b', true],
  ['/', '/', true],
  ['/', '/a', false],
  ['/job-*.html', '/job-17.html', true],
  ['/job-*.html', '/job-.html', true],
  ['/job-*.html', '/job-17.htm', false],
  ['/*a*b*', '/xaxbx', true],
  ['/*a*b*', '/xbxax', false],
  ['/métier/*', '/métier/1', true],
])('%s covers %s: %s', (pattern, path, expected) => {
  expect(covers(pattern, path)).toBe(expected)
})

test.each(['/', '/**', '/a/*/b', '/a/**/b*', '/métier', '/a b'])('%s is a pattern', pattern => {
  expect(pathGlobProblem(pattern)).toBeUndefined()
})

test.each([
  '',
  'a',
  '*',
  '/a**',
  '/**a',
  '/***',
  '/a//b',
  '//',
  '/a/../b',
  '/./a',
  '/a?b',
  '/a#b',
  '/a;b',
  '/a%20b',
  '/a\\b',
])('%s is not', pattern => {
  expect(pathGlobProblem(pattern)).toBeTypeOf('string')
})

test.each(['/a\u0000', '/a\n', '/\u202Ea', `/${'a'.repeat(600)}`])('%j is not', pattern => {
  expect(pathGlobProblem(pattern)).toBeTypeOf('string')
})

describe('properties', () => {
  const segment = fc
    .string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 5 })
    .map(text => text.replaceAll(/\*+/g, '*'))
  const glob = fc.array(fc.oneof({ weight: 3, arbitrary: segment }, fc.constant('**')), { minLength: 1, maxLength: 5 })
  const path = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }), { minLength: 1, maxLength: 6 })

  /** The meaning in its plainest form; takes exponential time, which is why it stands only here. */
  function means(pattern: readonly string[], target: readonly string[]): boolean {
    const [first, ...rest] = pattern
    if (first === undefined) return target.length === 0
    if (first === '**') return means(rest, target) || (target.length > 0 && means(pattern, target.slice(1)))
    const [head, ...tail] = target
    if (head === undefined) return false
    const fits = first === '*' ? head !== '' : new RegExp(`^${first.replaceAll('*', '[ab]*')}$`).test(head)
    return fits && means(rest, tail)
  }

  test('matching is what the pattern means', () => {
    fc.assert(
      fc.property(glob, path, (pattern, target) => {
        expect(matchesPath(pattern, target)).toBe(means(pattern, target))
      }),
      { numRuns: 3000 },
    )
  })

  test('answers patterns on which a backtracking matcher would never end', () => {
    const pattern = parsePathGlob(`/${'**/a/'.repeat(80)}b`)
    expect(
      matchesPath(
        pattern,
        Array.from({ length: 1000 }, () => 'a'),
      ),
    ).toBe(false)
    expect(matchesPath([`${'*a'.repeat(200)}b`], ['a'.repeat(2000)])).toBe(false)
  })
})
