import { defineConfig } from '@playwright/test'

/** Photographs the real kiosk: the whole matrix into test-results/pictures, a few for the README into docs/pictures. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../test-results/pictures-run',
  globalSetup: '../global-set-up.ts',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [['list']],
})
