import { ownDataFormats } from '#shared/update/data-formats.ts'
import { expect, test } from 'vitest'
import { GuichetDatabase } from './database.ts'

test('an update names the version of the database that the code has', () => {
  const { verno } = new GuichetDatabase('formats')
  expect([ownDataFormats.databaseOnTrial, ownDataFormats.databaseNewest]).toEqual([verno, verno])
})
