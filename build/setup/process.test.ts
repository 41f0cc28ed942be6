import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { capture, exitCode, run } from './process.mjs'

const node = process.execPath

test('keeps the exit code', async () => {
  expect(await run(node, ['-e', 'process.exit(7)'])).toBe(7)
})

test('names the signal that ended a program in the exit code', () => {
  expect(exitCode(null, 'SIGTERM')).toBe(143)
  expect(exitCode(null, 'SIGINT')).toBe(130)
  expect(exitCode(0, null)).toBe(0)
})

test('forwards a signal and waits for the end', async () => {
  const module = fileURLToPath(new URL('process.mjs', import.meta.url))
  const inner = `process.on('SIGTERM', () => setTimeout(() => process.exit(5), 50)); console.log('up'); setInterval(() => 0, 1e3)`
  const outer = `import(${JSON.stringify(module)}).then(async ({ run }) => {
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(inner)}])
  })`
  const child = spawn(node, ['-e', outer], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([5, null])
})

test('returns what a program printed', async () => {
  expect(await capture(node, ['-p', '6*7'])).toBe('42\n')
})

test('feeds a program its input', async () => {
  expect(await capture('cat', [], { input: 'a\0b' })).toBe('a\0b')
})

test('says what a failed program said', async () => {
  await expect(capture(node, ['-e', 'console.error("no room"); process.exit(3)'])).rejects.toThrow(
    /ended with 3:\nno room/,
  )
})

test('keeps the beginning and the end of a long complaint', async () => {
  const complaint = capture(node, ['-e', 'console.error("first" + "x".repeat(1e5) + "last"); process.exit(1)'])
  await expect(complaint).rejects.toThrow(/first[^]*\[\.\.\.\][^]*last$/)
})

test('fails when there is no such program', async () => {
  await expect(capture('guichet-no-such-program', [])).rejects.toThrow('ENOENT')
})
