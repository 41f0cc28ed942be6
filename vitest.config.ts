import react from '@vitejs/plugin-react'
import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const postgresSetup = 'server/testing/postgres-global-setup.ts'

const ignored = ['**/node_modules/**', '**/dist/**', '**/.guichet/**', 'e2e/**']

/** Unit, property, data, route and component tests. The ones that drive the built app are Playwright's, in `e2e/`. */
export default defineConfig({
  plugins: [react()],
  test: {
    // Deriving keys and starting PostgreSQL take their time on two busy cores.
    testTimeout: 15_000,
    hookTimeout: 60_000,
    sequence: { shuffle: { tests: true } },
    allowOnly: false,
    globalSetup: existsSync(postgresSetup) ? [postgresSetup] : [],
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['**/*.test.ts'], exclude: ignored } },
      { extends: true, test: { name: 'page', environment: 'jsdom', include: ['**/*.test.tsx'], exclude: ignored } },
    ],
  },
})
