import { defineConfig } from '@playwright/test'

/** Says of every attack what came of it, and writes the matrix. Once the attacks were made. */
export default defineConfig({
  testDir: 'specs',
  testMatch: 'cases.spec.ts',
  outputDir: '../../test-results/escape/cases',
  globalTeardown: './global-tear-down.ts',
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: [['dot']],
})
