import react from '@vitejs/plugin-react'
import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const postgresSetup = 'server/testing/postgres-global-setup.ts'

const ignored = ['**/node_modules/**', '**/dist/**', '**/.guichet/**', 'e2e/**']

/**
 * Unit, property, data, route and component tests. The ones that drive the built app are Playwright's, in `e2e/`.
 * Only the server's get a PostgreSQL, which will not run as root: the others can be run by anyone, at once.
 */
export default defineConfig({
  plugins: [react()],
  cacheDir: '.guichet/vite',
  test: {
    // Deriving keys and starting PostgreSQL take their time on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 8000 } },
    sequence: { shuffle: { tests: true } },
    allowOnly: false,
    // A process for each file, which reads all it imports anew, takes as long as the tests. So files share what they import,
    // and whatever a test changes there it puts back.
    isolate: false,
    // One less than there are processors is what it would take by itself: of two, one.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['**/*.test.ts'], exclude: [...ignored, 'server/**'] },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          setupFiles: ['renderer/ui/testing/set-up-page.ts'],
          include: ['**/*.test.tsx'],
          exclude: ignored,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: ignored,
          globalSetup: existsSync(postgresSetup) ? [postgresSetup] : [],
        },
      },
    ],
  },
})
