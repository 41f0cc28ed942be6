import type { Command } from 'commander'
import { resolve } from 'node:path'
import { env } from 'node:process'

/** Which prison server a command works on. */
export interface ServerOptions {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
}

/** Adds the options every command that needs the server's data has. */
export function withServerOptions(command: Command): Command {
  return command.option('--data <folder>', 'the server’s data folder', env['GUICHET_SERVER_DATA'] ?? '.guichet/server')
}

/** `DATABASE_URL` names an existing PostgreSQL; without it the data folder holds one. */
export function readServerOptions(options: { readonly data: string }): ServerOptions {
  const databaseUrl = env['DATABASE_URL']
  return { dataFolder: resolve(options.data), databaseUrl: databaseUrl === '' ? undefined : databaseUrl }
}
