import { defineConfig } from '@playwright/test'
import { env } from 'node:process'

/** Real Electron with its sandbox on, the real server, real PostgreSQL: what people do, and what may go wrong. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  globalSetup: './global-set-up.ts',
  // Each test has a kiosk, a server and a PostgreSQL of its own, and all kiosks of a run share its display.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  reporter:
    env['GUICHET_E2E_REPORT'] === undefined
      ? [['list']]
      : [['list'], ['json', { outputFile: env['GUICHET_E2E_REPORT'] }]],
})
