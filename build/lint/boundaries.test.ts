import { expect, test } from 'vitest'
import { refusal } from './boundaries.mjs'

test.each([
  ['shared imports its own', 'shared/policy/evaluate.ts', '../errors/must.ts', 'value'],
  ['shared imports the schema library', 'shared/contracts/ids.ts', 'zod', 'value'],
  ['sealing imports its cipher', 'shared/sealing/seal.ts', '@hpke/core', 'value'],
  ['a shared test uses any package', 'shared/money/add.test.ts', 'node:fs', 'value'],
  ['the kiosk page imports shared', 'renderer/kiosk/canteen/cart.tsx', '#shared/money/add.ts', 'value'],
  ['a kiosk feature imports the design system', 'renderer/kiosk/canteen/cart.tsx', '../../ui/button.tsx', 'value'],
  ['a preload imports types', 'electron/preload/kiosk.ts', '#shared/contracts/bridge.ts', 'type'],
  ['a feature imports the types of another', 'server/canteen/order.ts', '../requests/request.ts', 'type'],
  ['a feature imports a foundation', 'server/canteen/order.ts', '../database/database.ts', 'value'],
  ['the simulator runs the terminal’s own code', 'simulator/terminal.ts', '#electron/control/control.ts', 'value'],
  ['the simulator runs the queue', 'simulator/queue.ts', '#renderer/data/next-step.ts', 'value'],
  ['one command simulates', 'server/cli/commands/simulate.ts', '#simulator/run.ts', 'value'],
  ['the assembly imports features', 'server/app.ts', './canteen/order.ts', 'value'],
  ['a file outside the zones imports what it likes', 'vitest.config.ts', 'vitest/config', 'value'],
] as const)('%s', (_name, from, specifier, kind) => {
  expect(refusal(from, specifier, kind)).toBeUndefined()
})

test.each([
  ['shared reaches no other folder', 'shared/policy/evaluate.ts', '#server/app.ts', 'value'],
  ['shared reaches no built-in', 'shared/policy/evaluate.ts', 'node:fs', 'value'],
  ['only sealing uses the cipher', 'shared/policy/evaluate.ts', '@hpke/core', 'value'],
  ['a shared test reaches no other folder', 'shared/policy/evaluate.test.ts', '../../server/app.ts', 'value'],
  ['a preload imports no values of shared', 'electron/preload/kiosk.ts', '#shared/contracts/bridge.ts', 'value'],
  ['a preload imports no other part of electron', 'electron/preload/kiosk.ts', '../gate/gate.ts', 'type'],
  ['a preload imports no built-in', 'electron/preload/kiosk.ts', 'node:fs', 'value'],
  ['electron does not import the page', 'electron/main.ts', '../renderer/kiosk/main.tsx', 'value'],
  ['electron does not import the server', 'electron/line/push.ts', '#server/app.ts', 'type'],
  ['electron does not use the page\u2019s packages', 'electron/main.ts', 'react/jsx-runtime', 'value'],
  ['the page does not import electron', 'renderer/kiosk/main.tsx', 'electron', 'value'],
  ['the page does not import a built-in', 'renderer/data/outbox.ts', 'node:crypto', 'value'],
  ['the page does not import the server', 'renderer/console/main.tsx', '#server/app.ts', 'type'],
  ['kiosk does not import console', 'renderer/kiosk/main.tsx', '../console/main.tsx', 'value'],
  ['console does not import kiosk', 'renderer/console/main.tsx', '#renderer/kiosk/main.tsx', 'value'],
  ['the design system knows no kiosk', 'renderer/ui/button.tsx', '../kiosk/main.tsx', 'type'],
  ['the design system knows no database', 'renderer/ui/button.tsx', 'dexie', 'value'],
  ['the data layer knows no page', 'renderer/data/outbox.ts', 'react', 'value'],
  ['the server does not import electron', 'server/app.ts', 'electron', 'value'],
  ['the server does not import the page', 'server/app.ts', '../renderer/kiosk/main.tsx', 'value'],
  ['no other command simulates', 'server/cli/commands/web.ts', '#simulator/run.ts', 'value'],
  ['the server does not simulate', 'server/app.ts', '../simulator/run.ts', 'value'],
  ['the simulator has no screen', 'simulator/terminal.ts', '#renderer/kiosk/main.tsx', 'value'],
  ['the build does not import the server', 'build/run.mjs', '../server/app.ts', 'value'],
  ['end-to-end tests work from outside', 'e2e/specs/order.spec.ts', '#server/app.ts', 'value'],
  ['a service does not import another', 'server/canteen/order.ts', '../requests/request.ts', 'value'],
  ['a kiosk feature does not import another', 'renderer/kiosk/canteen/cart.tsx', '../medical/form.tsx', 'value'],
  ['a part of the main process does not import another', 'electron/gate/gate.ts', '../journal/journal.ts', 'value'],
] as const)('%s', (_name, from, specifier, kind) => {
  expect(refusal(from, specifier, kind)).toBeTypeOf('string')
})
