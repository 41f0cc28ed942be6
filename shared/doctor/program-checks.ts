import type { Check, Look } from './check.ts'
import type { TerminalFacts } from './terminal-facts.ts'

/** The fuses a shipped kiosk has, as `build/package/fuses.mjs` sets them. */
export const wantedFuses: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Holes in browsers are known within weeks. */
const OLD_DAYS = 60
const VERY_OLD_DAYS = 180

const HOUR_MS = 60 * 60 * 1000
/** A kiosk that runs compares its files once a day. */
const FILES_MAX_AGE_MS = 36 * HOUR_MS

const REINSTALL = 'Install the package again from the prison’s medium, and find out who changed it.'

/** The kiosk's program itself. */
export const programChecks: readonly Check<TerminalFacts>[] = [
  {
    check: 'program.build',
    about: 'the kiosk’s program',
    want: 'a release',
    means: 'This is a development build: its runtime is old and its fuses are open. It must not stand in a cell.',
    remedy: 'Install the released package.',
    look: ({ program: { version, electron, isPackaged, isDevelopment } }) => ({
      state: isDevelopment ? 'warn' : 'ok',
      got: `version ${version}, Electron ${electron}${isPackaged ? '' : ', not packaged'}`,
    }),
  },
  {
    check: 'program.age',
    about: 'how old the program is',
    want: `at most ${OLD_DAYS} days`,
    means: 'Holes found in the browser part since are open on this terminal.',
    remedy: 'Install the current package.',
    look: ({ at, program: { builtAt, isPackaged } }) => (isPackaged ? judgeAge(at, builtAt) : undefined),
  },
  {
    check: 'program.fuses',
    about: 'the doors of the runtime',
    want: 'shut',
    means: 'The program would run as something else, or take a debugger.',
    remedy: REINSTALL,
    look: ({ program }) => (program.isPackaged ? judgeFuses(program.fuses) : undefined),
  },
  {
    check: 'program.files',
    about: 'the program’s own files',
    want: 'whole',
    means: 'A file of the program is not what was shipped.',
    remedy: REINSTALL,
    look: ({ program }) => (program.isPackaged ? judgeFiles(program) : undefined),
  },
  {
    check: 'sandbox.namespaces',
    about: 'whether the sandbox can be made',
    want: 'user namespaces allowed',
    means: 'The browser part cannot make its sandbox, so the kiosk does not start.',
    remedy: 'sysctl user.max_user_namespaces must be above 0: run set-up-terminal again.',
    look: ({ sandbox: { userNamespaces: most } }) => ({
      state: most === null || most > 0 ? 'ok' : 'fail',
      got: most === null ? 'the kernel sets no limit' : `at most ${most}`,
    }),
  },
  {
    check: 'sandbox.pages',
    about: 'the sandbox of the pages that run now',
    want: 'namespaces, system calls filtered, no capabilities',
    means: 'A page runs without its sandbox: a hole in the browser would be a hole in the machine.',
    remedy: 'Restart the kiosk. If it stays, take the terminal out of the cell and report it.',
    look: ({ sandbox: { renderers } }) => judgeRenderers(renderers),
  },
]

function judgeAge(at: string, builtAt: string | null): Look {
  if (builtAt === null) return { state: 'unknown', got: 'not known' }
  const days = Math.floor((Date.parse(at) - Date.parse(builtAt)) / DAY_MS)
  const state = days > VERY_OLD_DAYS ? 'fail' : days > OLD_DAYS ? 'warn' : 'ok'
  return { state, got: `built ${builtAt.slice(0, 10)}, ${Math.max(0, days)} days ago` }
}

function judgeFuses(fuses: TerminalFacts['program']['fuses']): Look {
  if (fuses === null) return { state: 'unknown', got: 'could not be read' }
  const open = Object.keys(wantedFuses).filter(name => fuses[name] !== wantedFuses[name])
  return open.length === 0 ? { state: 'ok', got: 'shut' } : { state: 'fail', got: `open: ${open.join(', ')}` }
}

function judgeFiles({ files, filesAgeMs }: TerminalFacts['program']): Look {
  if (files === 'changed') return { state: 'fail', got: files }
  const hours = filesAgeMs === null ? undefined : Math.round(filesAgeMs / HOUR_MS)
  const got = hours === undefined ? 'never compared' : `compared ${hours} hours ago`
  if (files === 'whole' && filesAgeMs !== null && filesAgeMs <= FILES_MAX_AGE_MS) return { state: 'ok', got }
  const means = 'Nobody has compared them with what was shipped for too long.'
  return { state: 'unknown', got, means, remedy: 'Run the doctor on the terminal: it compares them then.' }
}

function judgeRenderers(renderers: TerminalFacts['sandbox']['renderers']): Look {
  if (renderers.length === 0) {
    const remedy = 'Start the kiosk (systemctl start guichet-kiosk) and look again.'
    return {
      state: 'warn',
      got: 'no page runs',
      means: 'The kiosk does not run, so there is nothing to look at.',
      remedy,
    }
  }
  const bare = renderers.filter(
    one => one.seccomp !== 2 || !one.hasNoNewPrivileges || !one.isNamespaced || one.hasCapabilities,
  )
  if (bare.length === 0) return { state: 'ok', got: `${renderers.length} in their sandbox` }
  return { state: 'fail', got: `without it: process ${bare.map(({ pid }) => pid).join(', ')}` }
}
