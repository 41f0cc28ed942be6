import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { PackagedKiosk } from '../../fixtures/packaged-kiosk.ts'
import { expect, test as base } from '../../fixtures/test.ts'

const test = base.extend<{ kiosk: PackagedKiosk }>({
  kiosk: async ({}, provide) => {
    const kiosk = await PackagedKiosk.create()
    await provide(kiosk)
    await kiosk.dispose()
  },
})

const STARTED = /"code":"BUILD"/

test('a packaged kiosk starts with no switch that opens it', async ({ kiosk }) => {
  const switches = [
    '--remote-debugging-port=0',
    '--inspect=0',
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '--user-data-dir=/',
  ]
  for (const name of switches) {
    const started = kiosk.start([name])
    expect(await started.exitCode(), name).toBe(78)
    expect(started.said).toContain('refuses to start with')
  }
})

test('a packaged kiosk is no Node, whatever its environment says, and listens for no debugger', async ({
  kiosk,
}, info) => {
  const script = info.outputPath('script.cjs')
  const ran = info.outputPath('ran')
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')`)
  const variables = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${script}`, ELECTRON_ENABLE_LOGGING: '1' }
  const started = kiosk.start([script], variables)
  await expect.poll(() => started.said).toMatch(STARTED)
  expect(started.said).toContain('NODE_OPTIONS ignored')
  expect(existsSync(ran)).toBe(false)
  // With this one Node would open its debugger.
  expect(await started.catches('SIGUSR1')).toBe(false)
})

test('a second packaged kiosk leaves the first one alone', async ({ kiosk }) => {
  const first = kiosk.start()
  await expect.poll(() => first.said).toMatch(STARTED)
  const second = kiosk.start()
  expect(await second.exitCode()).toBe(1)
  expect(second.said).toContain('a kiosk is already running with this data folder')
})

test('a packaged kiosk says at its start which build it is', async ({ kiosk }) => {
  const started = kiosk.start()
  await expect.poll(() => started.said).toMatch(STARTED)
  expect(started.said).toMatch(
    /"release":"[^"]+","isDevelopment":true,"electron":"[0-9.]+","runtime":"(?:fallback|pinned)"/,
  )
})
