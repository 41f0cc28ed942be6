import { icons } from '@iconify-json/fluent-emoji-flat'
import { expect, test } from 'vitest'
import { pictureNames } from './pictures.ts'

test('every picture exists in the icon set', () => {
  const known = new Set([...Object.keys(icons.icons), ...Object.keys(icons.aliases ?? {})])
  expect(pictureNames.filter(name => !known.has(name))).toEqual([])
})

test('the list is sorted and names nothing twice', () => {
  expect(pictureNames).toEqual([...new Set(pictureNames)].toSorted())
})
