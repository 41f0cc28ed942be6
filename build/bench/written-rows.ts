import type { Client } from 'pg'
import { must } from '#shared/errors/must.ts'

/** A place in the database's write-ahead log. */
type Place = string

/**
 * Runs `work` and counts the rows it wrote into the tables, each insert and each update of a row as one. Index entries,
 * locks and PostgreSQL's own tables do not count; what was rolled back would.
 *
 * Read from the write-ahead log, which holds every one of them once its transaction is committed. The statistics
 * (`pg_stat_user_tables`) say less than was written until each connection has reported, up to ten seconds later.
 */
export async function countingRows<Result>(
  client: Client,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly rows: number }> {
  await client.query('create extension if not exists pg_walinspect')
  const begun = await endOfLog(client)
  const result = await work()
  const ended = await endOfLog(client)
  const { rows } = await client.query<{ written: string }>(
    `with written as materialized (
       select relfilenode, count(*) as rows from pg_get_wal_block_info($1, $2, show_data => false)
       where resource_manager = 'Heap' and record_type ~ '^(INSERT|UPDATE|HOT_UPDATE)' and block_id = 0
       group by relfilenode
     )
     select coalesce(sum(rows), 0) as written from written join pg_class c on pg_relation_filenode(c.oid) = written.relfilenode
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    [begun, ended],
  )
  return { result, rows: Number(must(rows[0], 'a count').written) }
}

async function endOfLog(client: Client): Promise<Place> {
  const { rows } = await client.query<{ place: Place }>('select pg_current_wal_flush_lsn()::text as place')
  return must(rows[0], 'a place').place
}

/** Throws unless the count of a known number of rows, some inserted and some updated, is exact. */
export async function assertCountsExactly(client: Client): Promise<void> {
  await client.query('create table counted (number integer primary key, twice integer)')
  const { rows } = await countingRows(client, async () => {
    await client.query('insert into counted select generate_series(1, 1000)')
    await client.query('update counted set twice = 2 * number where number > 980')
    await client.query('update counted set number = number + 1000 where number <= 7')
  })
  await client.query('drop table counted')
  if (rows !== 1027) throw new Error(`1027 rows were written, ${rows} were counted`)
}
