import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { electronProgram } from '../../fixtures/kiosk.ts'
import { expect, test } from '../../fixtures/test.ts'

/** What `seccomp(2)` calls a process whose system calls are filtered. */
const FILTERED = '2'
const WITHOUT_SANDBOX = /^--(?:no|disable-[a-z-]*)-sandbox$/

test('the page’s process is sandboxed, and no process is started without a sandbox', async ({ launch }) => {
  const { app, heading } = await launch()
  await expect(heading).toHaveText('Who is signing in?')
  const processes = await app.evaluate(electron => electron.app.getAppMetrics().map(({ pid, type }) => ({ pid, type })))
  const pages = processes.filter(({ type }) => type === 'Tab')
  expect(pages.length).toBeGreaterThan(0)
  for (const { pid } of pages) {
    expect(/^Seccomp:\s*(\d)$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]).toBe(FILTERED)
  }
  for (const { pid } of processes) {
    const switches = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
    expect(switches.filter(one => WITHOUT_SANDBOX.test(one))).toEqual([])
  }
})

for (const dangerous of ['--no-sandbox', '--remote-debugging-port=9222', '--ignore-certificate-errors']) {
  test(`the kiosk does not start with ${dangerous}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-refused-'))
    const ended = await new Promise<{ code: unknown; said: string }>(resolve => {
      execFile(electronProgram, ['.', dangerous], { env: { ...env, GUICHET_DATA: folder } }, (error, _out, said) => {
        resolve({ code: error?.code, said })
      })
    })
    expect(ended.code).toBe(78)
    expect(ended.said).toContain('refuses to start with --')
    await rm(folder, { recursive: true, force: true })
  })
}
