import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

/** One file that the linter must refuse, with the rule that has to say so. */
const offenders = [
  ['shared/offends-electron.ts', `import { app } from 'electron'\nexport const name = app.name\n`, 'boundaries'],
  ['shared/offends-built-in.ts', `export { readFileSync } from 'node:fs'\n`, 'boundaries'],
  ['shared/offends-document.ts', `export const title = (): string => document.title\n`, 'no-restricted-globals'],
  ['renderer/kiosk/offends-server.ts', `export { app } from '#server/app.ts'\n`, 'boundaries'],
  ['renderer/kiosk/offends-dynamic.ts', `export const load = () => import('../console/main.tsx')\n`, 'boundaries'],
  ['renderer/kiosk/canteen/offends.ts', `export * from '../medical/form.ts'\n`, 'boundaries'],
  ['server/offends-page.ts', `export { kiosk } from '../renderer/kiosk/main.tsx'\n`, 'boundaries'],
  ['electron/offends-server.ts', `import type { App } from '#server/app.ts'\nexport type Own = App\n`, 'boundaries'],
  ['electron/gate/offends-ipc.ts', `export { ipcMain } from 'electron'\n`, 'no-restricted-imports'],
  ['electron/preload/offends.ts', `export { channel } from '#shared/contracts/channel.ts'\n`, 'boundaries'],
  ['e2e/offends.ts', `export { app } from '#server/app.ts'\n`, 'boundaries'],
  ['server/offends-any.ts', `export const widen = (value: any): unknown => value\n`, 'no-explicit-any'],
  [
    'server/offends-promise.ts',
    `export const go = (work: () => Promise<void>) => {\n  work()\n}\n`,
    'no-floating-promises',
  ],
  ['server/offends-switch.ts', switchThatForgets(), 'switch-exhaustiveness-check'],
  ['server/offends-console.ts', `export const say = () => console.log('said')\n`, 'no-console'],
  ['server/offends-default.ts', `export default 1\n`, 'no-default-export'],
  ['server/offends-length.ts', '\n'.repeat(301), 'max-lines'],
] as const

function switchThatForgets(): string {
  return `export function name(side: 'left' | 'right'): string {
  switch (side) {
    case 'left':
      return 'l'
  }
  return ''
}
`
}

const reportSchema = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

const project = process.cwd()
const probe = mkdtempSync(path.join(tmpdir(), 'guichet-lint-'))
let report: z.output<typeof reportSchema>

beforeAll(async () => {
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json', 'build/lint']) {
    cpSync(path.join(project, file), path.join(probe, file), { recursive: true })
  }
  symlinkSync(path.join(project, 'node_modules'), path.join(probe, 'node_modules'))
  for (const [file, text] of offenders) {
    mkdirSync(path.dirname(path.join(probe, file)), { recursive: true })
    writeFileSync(path.join(probe, file), text)
  }
  report = reportSchema.parse(JSON.parse(await lintOutput()))
})

afterAll(() => rmSync(probe, { recursive: true, force: true }))

/** The linter's findings as JSON; it exits 1 when it finds something, which is what is wanted here. */
function lintOutput(): Promise<string> {
  const linter = path.join(project, 'node_modules/oxlint/bin/oxlint')
  return new Promise(resolve => {
    execFile(process.execPath, [linter, '--format', 'json'], { cwd: probe, maxBuffer: 1 << 24 }, (_error, stdout) =>
      resolve(stdout),
    )
  })
}

test.each(offenders)('the linter refuses %s', (file, _text, rule) => {
  const rules = report.diagnostics.filter(({ filename }) => filename === file).map(({ code }) => code)
  expect(rules.some(code => code.includes(rule))).toBe(true)
})
