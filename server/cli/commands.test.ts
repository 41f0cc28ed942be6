import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addCommands } from './commands.ts'

async function namesFor(asked: string | undefined): Promise<readonly string[]> {
  const program = new Command()
  await addCommands(program, asked)
  return program.commands.map(command => command.name())
}

test('each command is found by its own name, alone', async () => {
  const all = await namesFor('--help')
  expect(all).toContain('server')
  for (const name of all) expect(await namesFor(name)).toEqual([name])
})

test('all are there where none is asked for', async () => {
  expect(await namesFor('open-all-doors')).toEqual(await namesFor(undefined))
})
