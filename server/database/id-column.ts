import type { ColumnType } from 'kysely'

/** A column read as the branded id and written as any string: the database's constraints are the check. */
export type Id<Brand> = ColumnType<Brand, string, string>
