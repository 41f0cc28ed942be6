import { defineConfig } from '@playwright/test'

/** Makes every attack, in a network where nothing is out of sight. */
export default defineConfig({
  testDir: 'specs',
  testMatch: 'attacks.spec.ts',
  globalSetup: './global-set-up.ts',
  workers: 1,
  timeout: 600_000,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
})
