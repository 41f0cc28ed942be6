import { defineConfig } from '@playwright/test'

/** Every attack on the web view and the shell, in a network where nothing is out of sight. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../../test-results/escape',
  globalSetup: '../global-set-up.ts',
  workers: 1,
  projects: [
    { name: 'attacks', testMatch: 'attacks.spec.ts' },
    { name: 'cases', testMatch: 'cases.spec.ts', dependencies: ['attacks'] },
  ],
  timeout: 600_000,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
})
