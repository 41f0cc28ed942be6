import { utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { isBuilt, sourceState } from './ensure-built.mjs'

const sources = { 'shared/a.ts': 'a', 'server/app.ts': 'b', 'package-lock.json': '{}' }

test('is the same for the same sources', () => {
  const project = temporaryFolder(sources)
  expect(sourceState(project)).toBe(sourceState(project))
})

test.each([
  ['a source changes', { 'shared/a.ts': 'longer' }],
  ['a source is added', { 'renderer/new.tsx': '' }],
  ['the dependencies change', { 'package-lock.json': '{ }' }],
])('differs when %s', (_name, change) => {
  const project = temporaryFolder(sources)
  const before = sourceState(project)
  writeFiles(project, change)
  expect(sourceState(project)).not.toBe(before)
})

test('differs when a source changes without changing its size', () => {
  const project = temporaryFolder(sources)
  const before = sourceState(project)
  utimesSync(path.join(project, 'shared/a.ts'), 1, 1)
  expect(sourceState(project)).not.toBe(before)
})

test('does not mind what no build is made of', () => {
  const project = temporaryFolder(sources)
  const before = sourceState(project)
  writeFiles(project, { 'shared/a.test.ts': '', 'docs/guide.md': '', 'dist/old.js': '' })
  expect(sourceState(project)).toBe(before)
})

test('counts as built only from these very sources', () => {
  const project = temporaryFolder({ ...sources, 'dist/server/guichet.js': '' })
  expect(isBuilt(project)).toBe(false)
  writeFiles(project, { '.guichet/built-from': sourceState(project) })
  expect(isBuilt(project)).toBe(true)
  writeFiles(project, { 'shared/b.ts': '' })
  expect(isBuilt(project)).toBe(false)
})
