import { defineConfig } from '@playwright/test'

/** Real Electron with its sandbox on, the real server, real PostgreSQL: what people do, and what may go wrong. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  globalSetup: './global-set-up.ts',
  // Each test has a kiosk, a server and a PostgreSQL of its own, each worker a display. A test waits more than it works.
  workers: 3,
  fullyParallel: true,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
})
