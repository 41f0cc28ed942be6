import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commands } from './commands/commands.mjs'

const script = fileURLToPath(new URL('run.mjs', import.meta.url))

test.each([[[]], [['no-such-command']], [['constructor']]])('answers %j with the usage and exit code 2', args => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stdout).toBe('')
  for (const name of Object.keys(commands)) expect(stderr).toContain(`  ${name}`)
})

test.each(Object.entries(commands))('%s can be loaded', async (_name, command) => {
  expect((await command.load()).run).toBeTypeOf('function')
})
