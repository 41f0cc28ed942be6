import { Command } from 'commander'
import process from 'node:process'
import { onTestFinished, vi } from 'vitest'
import type { DatabaseConnection } from '../../database/open-database.ts'

/** Runs a command on a test's database and answers what it printed. Rejects as the program would end with a fault. */
export async function runCommand(
  connection: DatabaseConnection,
  add: (program: Command) => void,
  words: readonly string[],
): Promise<string> {
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  vi.stubEnv('DATABASE_URL', addressOf(connection))
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation(line => said.push(String(line)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const program = new Command().exitOverride()
  add(program)
  await program.parseAsync(['node', 'guichet', ...words])
  return said.join('')
}

function addressOf(connection: DatabaseConnection): string {
  if ('connectionString' in connection) return connection.connectionString
  const { user, password = '', database, socketFolder, port } = connection
  const secret = password === '' ? '' : `:${encodeURIComponent(password)}`
  return `postgres://${user}${secret}@/${database}?host=${encodeURIComponent(socketFolder)}&port=${port}`
}
