import { GuichetError } from '#shared/errors/guichet-error.ts'
import { app, ipcMain, Menu, protocol } from 'electron'
import { profileFolder } from './configuration/data-folder.ts'
import { hasDisplay } from './configuration/find-display.ts'
import { readStartSettings } from './configuration/start-settings.ts'
import { parseDoctorCall } from './doctor/doctor-call.ts'
import { hardenBrowser } from './lockdown/harden-browser.ts'
import { keepToWayOut } from './lockdown/keep-to-way-out.ts'
import { evaluateSwitches, parseSwitches } from './lockdown/refuse-switches.ts'
import { createLog } from './log/log.ts'
import { startKiosk } from './start-kiosk.ts'
import { startRelay } from './way-out/relay.ts'
import { PAGE_SCHEME } from './window/page-address.ts'

/*
 * The kiosk's main process, put together. What must happen before Electron is ready happens here, in this
 * order; everything after that is in start-kiosk.ts. Electron becomes ready only when this file has run, its
 * top-level `await` included: what is awaited here must not wait for that.
 */

/** From sysexits.h: something is wrong with how the program was set up. What starts it says so on the screen. */
const EXIT_CONFIGURATION = 78
const EXIT_INTERNAL = 70
const EXIT_FAILED = 1

const logPorts = { write: (line: string) => process.stderr.write(line), now: () => new Date() }
const log = createLog(logPorts)
const settings = readStartSettings(process.env, app.isPackaged)
const dataFolder = settings.dataFolder ?? app.getPath('userData')
let isQuitting = false

function exit(code: number): void {
  isQuitting = true
  app.exit(code)
}

function stop(line: string, exitCode: number): void {
  process.stderr.write(`guichet: ${line}\n`)
  exit(exitCode)
}

async function begin(): Promise<void> {
  const isWhole = verifySelf()
  // Answered where something would be shown or begun: before the browser part is ready it cannot be ended in good order.
  isWhole.catch(() => undefined)
  // First: the browser part is bound to it, and cannot be later.
  const relay = await startRelay()
  // GTK would load the graphics driver into this process too, 33 MiB of it, only to choose a visual. Nothing is drawn here.
  process.env['GDK_GL'] = 'disable'
  hardenBrowser(app.commandLine)
  keepToWayOut(app.commandLine, relay.port)
  app.enableSandbox()
  Menu.setApplicationMenu(null)
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, corsEnabled: true, codeCache: true } },
  ])
  app.on('before-quit', () => {
    isQuitting = true
  })
  void app
    .whenReady()
    .then(() =>
      startKiosk({
        programFolder: import.meta.dirname,
        configurationFile: settings.configurationFile,
        dataFolder,
        hintsFolder: settings.hintsFolder,
        windowSize: settings.windowSize,
        log,
        logPorts,
        ipcMain,
        relay,
        isWhole,
        compareFiles,
        isQuitting: () => isQuitting,
      }),
    )
    .catch(failStart)
}

/** A packaged kiosk compares its files with what was packaged. A checkout has nothing to be compared with. */
async function verifySelf(): Promise<void> {
  if (!app.isPackaged) return
  const { verifyOwnFiles } = await import('./lockdown/verify-own-files.ts')
  await verifyOwnFiles(import.meta.dirname)
}

function failStart(error: unknown): void {
  // What failed first may make the rest fail too.
  if (isQuitting) return
  log.error('start', error)
  if (error instanceof GuichetError && error.code === 'INSTALLATION_CHANGED') {
    stop(`does not start: its own files are not those that were packaged: ${error.message}`, EXIT_CONFIGURATION)
  } else exit(EXIT_INTERNAL)
}

// A log nobody reads any more must not end the kiosk.
process.stderr.on('error', () => undefined)
// Electron's own answer to an error nobody caught is a dialog. Nothing recorded is lost by ending here: the
// journal is on the disk, and the service manager starts the kiosk again.
process.on('uncaughtException', error => {
  log.error('main', error)
  exit(EXIT_INTERNAL)
})
process.on('unhandledRejection', reason => {
  log.error('main', reason)
})

/** The same look as at each start, and what came of it. */
function compareFiles(): Promise<'whole' | 'changed'> {
  return verifySelf().then(
    () => 'whole',
    () => 'changed',
  )
}

/** What somebody asked of this program besides being the kiosk: it looks at this terminal, says what it found, and ends. */
async function examine(isJson: boolean): Promise<void> {
  const { runDoctor } = await import('./run-doctor.ts')
  const { readBuildStamp } = await import('./configuration/build-stamp.ts')
  const parts = {
    configurationFile: settings.configurationFile,
    dataFolder,
    version: app.getVersion(),
    stamp: readBuildStamp(import.meta.dirname, app.isPackaged),
    checkFiles: async () => ({ files: await compareFiles(), filesAgeMs: 0 }),
  }
  exit(await runDoctor(parts, { isJson, write: text => process.stdout.write(text) }))
}

const doctor = parseDoctorCall(process.argv.slice(1), app.isPackaged)
const switches = evaluateSwitches(
  [...parseSwitches(doctor?.otherArguments ?? process.argv.slice(1)), ...parseSwitches(process.execArgv)],
  app.isPackaged,
)
if (doctor === undefined) app.setPath('userData', profileFolder(dataFolder))
if (switches.effect === 'refuse') stop(`refuses to start with --${switches.name}`, EXIT_CONFIGURATION)
else if (doctor !== undefined) await examine(doctor.isJson).catch(failStart)
else if (!hasDisplay(process.env)) stop('there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set', EXIT_FAILED)
else if (!app.requestSingleInstanceLock()) stop('a kiosk is already running with this data folder', EXIT_FAILED)
else await begin().catch(failStart)
