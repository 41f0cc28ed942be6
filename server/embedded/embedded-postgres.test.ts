import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

let dataFolder: string
let postgres: EmbeddedPostgres

const query = async (text: string): Promise<unknown> => {
  const { socketFolder, port, user, database } = postgres.connection
  const client = new Client({ host: socketFolder, port, user, database })
  await client.connect()
  try {
    return Object.values((await client.query<object>(text)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'guichet-pg-'))
  postgres = await startEmbeddedPostgres({ dataFolder })
}, 60_000)

afterAll(async () => {
  await postgres.stop()
  await rm(dataFolder, { recursive: true })
})

test.each([
  ['fsync', 'on'],
  ['synchronous_commit', 'on'],
  ['full_page_writes', 'on'],
  ['data_checksums', 'on'],
  ['listen_addresses', ''],
])('runs with %s = "%s"', async (setting, value) => {
  expect(await query(`show ${setting}`)).toBe(value)
})

test('takes over one that is still running, with what it holds', async () => {
  await query('create table if not exists kept (it text)')
  const again = await startEmbeddedPostgres({ dataFolder })
  expect(again.connection).toEqual(postgres.connection)
  expect(await query('select count(*)::text from kept')).toBe('0')
})

test('keeps what a failed statement carried out of the log', async () => {
  await expect(query("select 'my tooth hurts'::integer")).rejects.toThrow('invalid input')
  const log = await readFile(join(dataFolder, 'postgres.log'), 'utf8')
  expect(log).not.toContain('tooth')
})
