import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { licenceTexts } from './licence-texts.mjs'

/** A package with these files, as it is installed. */
function installed(license: string, files: Readonly<Record<string, string>>) {
  const place = temporaryFolder(files)
  return { name: path.basename(place), version: '1.2.3', license, place, integrity: undefined }
}

test('a package’s licence and its notice go along, under its name and version', () => {
  const one = installed('Apache-2.0', { LICENSE: 'Terms.\r\nMore.', NOTICE: 'By Ana.', 'README.md': 'Read me.' })
  const text = licenceTexts([one])
  expect(text).toContain(`${one.name} 1.2.3 (Apache-2.0)`)
  expect(text).toContain('Terms.\nMore.\n\nBy Ana.\n')
  expect(text).not.toContain('Read me.')
})

test('a package without a text gets that of the licence it names, with its author', () => {
  const one = installed('MIT', { 'package.json': '{"author":{"name":"Ana Lima"}}' })
  expect(licenceTexts([one])).toMatch(/brings no text[\s\S]*Copyright \(c\) Ana Lima\n\nPermission is hereby granted/)
})

test.each(['NOASSERTION', 'Apache-2.0'])('a package without a text under %s is not packaged', license => {
  const one = installed(license, { 'package.json': '{}' })
  expect(() => licenceTexts([one])).toThrow('has no licence text')
})
