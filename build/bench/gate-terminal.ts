import { app, BaseWindow, Menu, type Session, type WebContents } from 'electron'
import { performance } from 'node:perf_hooks'
import process, { env, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { must } from '#shared/errors/must.ts'
import { inmateIdSchema } from '#shared/contracts/ids.ts'
import { createDayBudgets } from '#electron/budgets/day-budgets.ts'
import { closePane, openPane, type Pane } from '#electron/gate/open-pane.ts'
import { createWebView } from '#electron/gate/web-view.ts'
import { denyPermissions } from '#electron/lockdown/deny-permissions.ts'
import { evaluateKey } from '#electron/lockdown/evaluate-key.ts'
import { createWindowFence } from '#electron/popups/fence-window.ts'
import { createPrisonDay } from '#electron/web-sites.ts'
import { gatePolicy } from './gate-site.ts'

/*
 * A program that loads the address on each line it is sent, and answers each with a line: the milliseconds it took and how
 * much was refused. In a view as the kiosk makes it, behind the kiosk's whole gate or behind listeners that pass everything.
 */

const INMATE = '0199c2a0-0000-7000-8000-000000000001'
const bounds = { x: 0, y: 0, width: 1366, height: 768 }
const settingsSchema = z.strictObject({
  port: z.int(),
  authorityPem: z.string(),
  /** How many rules of other sites the gate's policy has; `null` for no gate. */
  otherRules: z.int().nullable(),
})
type Settings = z.output<typeof settingsSchema>

interface Opened {
  readonly contents: WebContents
  readonly refused: () => number
}

/** Asks every listener the gate uses before something goes on, and passes everything. No dictionary is fetched meanwhile. */
function passEverything(session: Session): void {
  session.setSpellCheckerLanguages([])
  session.setCertificateVerifyProc((_request, answer) => {
    answer(0)
  })
  session.webRequest.onBeforeRequest((_details, answer) => {
    answer({})
  })
  session.webRequest.onBeforeSendHeaders((_details, answer) => {
    answer({})
  })
  session.webRequest.onHeadersReceived((_details, answer) => {
    answer({})
  })
}

function openBare(window: BaseWindow): Opened {
  const { view } = openPane(passEverything)
  window.contentView.addChildView(view)
  view.setBounds(bounds)
  return { contents: view.webContents, refused: () => 0 }
}

function openGated(window: BaseWindow, { authorityPem }: Settings, otherRules: number): Opened {
  let pane: Pane | undefined
  let refused = 0
  const { policy, siteId } = gatePolicy(otherRules)
  const openKept = (guard: (session: Session) => void): Pane => (pane = openPane(guard))
  createWebView(
    {
      openPane: openKept,
      closePane,
      denyPermissions,
      evaluateKey,
      fencePopups: createWindowFence(window, env, { error: ignore }),
    },
    {
      policy,
      siteId,
      window,
      bounds,
      circumstances: () => ({ today: today() }),
      languages: 'nl,en',
      authorityPem,
      nowMs: Date.now,
      budget: budgets.open(inmateIdSchema.parse(INMATE), siteId),
      onRefused: ignore,
      onCounted: () => (refused += 1),
      onState: ignore,
      onClosed: ignore,
    },
  )
  return { contents: must(pane, 'a pane').view.webContents, refused: () => refused }
}

const today = createPrisonDay('Europe/Brussels', () => new Date())
const budgets = createDayBudgets({
  kept: undefined,
  write: () => Promise.resolve(),
  today,
  later: setTimeout,
  onNotWritten: ignore,
})

function ignore(): void {
  // Nobody looks at it.
}

async function run(settings: Settings): Promise<void> {
  await app.whenReady()
  const window = new BaseWindow({ ...bounds, useContentSize: true })
  const { contents, refused } =
    settings.otherRules === null ? openBare(window) : openGated(window, settings, settings.otherRules)
  for await (const address of createInterface({ input: stdin })) {
    const begun = performance.now()
    await contents.loadURL(address)
    const milliseconds = performance.now() - begun
    // Pages that are over would be cleared away while the next one is timed.
    await contents.executeJavaScript('gc()')
    stdout.write(`${JSON.stringify({ milliseconds, refused: refused() })}\n`)
  }
  app.exit()
}

const settings = settingsSchema.parse(JSON.parse(env['GUICHET_BENCH_GATE'] ?? 'null'))
app.enableSandbox()
Menu.setApplicationMenu(null)
app.commandLine.appendSwitch('js-flags', '--expose-gc')
app.commandLine.appendSwitch('host-resolver-rules', `MAP * 127.0.0.1:${settings.port}`)
run(settings).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  app.exit(1)
})
