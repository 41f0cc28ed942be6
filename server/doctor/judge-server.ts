import { type Check, type Look, runChecks } from '#shared/doctor/check.ts'
import type { Finding } from '#shared/doctor/finding.ts'
import type { ServerFacts } from './server-facts.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const GIB = 1024 * 1024 * 1024
const CLOCK_WRONG_MS = 5000

const checks: readonly Check<ServerFacts>[] = [
  {
    check: 'server.running',
    about: 'the prison server',
    want: 'running',
    means: 'No server works on this database: terminals record, and send nothing.',
    remedy: 'systemctl status guichet-server, and its log: journalctl -u guichet-server.',
    look: ({ database: { servers } }) => ({ state: servers > 0 ? 'ok' : 'fail', got: `${servers} running` }),
  },
  {
    check: 'server.database',
    about: 'the database',
    want: 'answers within 200 ms',
    means: 'Everything waits for the database.',
    remedy: 'Look at the load and the disk of the machine it runs on.',
    look: ({ database: { answersMs } }) => ({
      state: answersMs > 2000 ? 'fail' : answersMs > 200 ? 'warn' : 'ok',
      got: `${Math.round(answersMs)} ms`,
    }),
  },
  {
    check: 'server.migration',
    about: 'the database’s version',
    want: 'that of this program',
    means: 'This program and the database are of different versions.',
    remedy: 'Start the newer server: it migrates the database.',
    look: ({ database: { migration, newestMigration } }) => ({
      state: migration === newestMigration ? 'ok' : 'fail',
      got: migration === newestMigration ? migration : `${migration}, this program has ${newestMigration}`,
    }),
  },
  {
    check: 'server.state',
    about: 'the state document',
    want: 'there',
    means: 'Nothing says what is open and closed.',
    remedy: 'guichet server makes the first one when it starts. If there was one, restore the database.',
    look: ({ database: { stateVersion } }) => ({
      state: stateVersion === null ? 'fail' : 'ok',
      got: stateVersion === null ? 'none' : `version ${stateVersion}`,
    }),
  },
  {
    check: 'server.disk',
    about: 'room for the data folder',
    want: 'at least 5 GiB and a tenth of the disk',
    means: 'A full disk stops the database: nothing that terminals send can be taken.',
    remedy: 'Make room; du -x on the data folder shows what takes it.',
    look: ({ disk }) => judgeDisk(disk),
  },
  {
    check: 'server.keys',
    about: 'who may read the server’s keys',
    want: 'its own account alone',
    means: 'Another account can sign in this prison’s name.',
    remedy:
      'chmod 600 the files and 700 the folder. If somebody was there: guichet state rotate-key, and ask for help.',
    look: ({ keys }) => {
      if (keys.length === 0)
        return { state: 'fail', got: 'none', means: 'There are no keys here.', remedy: 'Restore them.' }
      const open = keys.filter(({ mode, isOwn }) => (mode & 0o077) !== 0 || !isOwn)
      return open.length === 0
        ? { state: 'ok', got: `${keys.length} files` }
        : { state: 'fail', got: open.map(({ name, mode }) => `${name} 0${mode.toString(8)}`).join(', ') }
    },
  },
  {
    check: 'server.certificates',
    about: 'when certificates end',
    want: 'more than 30 days from now',
    means: 'After that no terminal believes this server.',
    remedy:
      'The server’s own is issued anew when it starts. An authority’s end means that every terminal is enrolled again: plan it.',
    look: ({ at, certificates }) => judgeCertificates(at, certificates),
  },
  {
    check: 'server.clock',
    about: 'this machine’s clock',
    want: 'that of the database, and after all that is in it',
    means: 'Terminals take their time from this server: receipts, leases and due dates go by it.',
    remedy: 'See timedatectl, and from whom this machine has its time.',
    look: ({ at, database: { clockOffsetMs, latestWrite } }) => {
      const isBehind = latestWrite !== null && latestWrite.getTime() > at.getTime() + CLOCK_WRONG_MS
      if (isBehind) return { state: 'fail', got: `before ${latestWrite.toISOString()}, which it wrote itself` }
      const isOff = Math.abs(clockOffsetMs) > CLOCK_WRONG_MS
      return { state: isOff ? 'fail' : 'ok', got: `${(clockOffsetMs / 1000).toFixed(1)} s from the database’s` }
    },
  },
  {
    check: 'server.backup',
    about: 'the last backup',
    want: 'younger than 26 hours',
    means: 'What was received since the last backup is lost with this disk.',
    remedy: 'Run the backup, and let it touch the file last-backup in the data folder when it is done.',
    look: ({ at, backupAt }) => {
      if (backupAt === null) return { state: 'unknown', got: 'nobody says', means: 'Nobody says when there was one.' }
      const days = (at.getTime() - backupAt.getTime()) / DAY_MS
      return { state: days > 7 ? 'fail' : days > 26 / 24 ? 'warn' : 'ok', got: `${(days * 24).toFixed(0)} hours ago` }
    },
  },
  {
    check: 'server.gateway',
    about: 'Squid, the way to the web',
    want: 'listens',
    means: 'No site opens on any terminal.',
    remedy: 'systemctl status squid’s unit; cache.log in the gateway’s folder says why.',
    look: ({ gateway }) =>
      gateway === null
        ? undefined
        : {
            state: gateway.isListening ? 'ok' : 'fail',
            got: `${gateway.address}${gateway.isListening ? '' : ' does not answer'}`,
          },
  },
]

/** Every check there is, whether it applies to a server or not. A test breaks each. */
export const serverCheckNames: readonly string[] = checks.map(({ check }) => check)

/** Judges a server. Pure. Held by "each thing that is broken is named, and nothing else". */
export function judgeServer(facts: ServerFacts): Finding[] {
  return runChecks(checks, facts)
}

function judgeDisk(disk: ServerFacts['disk']): Look {
  if (disk === null) return { state: 'unknown', got: 'not known' }
  const { freeBytes, totalBytes } = disk
  const share = totalBytes === 0 ? 0 : freeBytes / totalBytes
  const state = freeBytes < GIB ? 'fail' : freeBytes < 5 * GIB || share < 0.1 ? 'warn' : 'ok'
  return { state, got: `${(freeBytes / GIB).toFixed(1)} GiB free, ${Math.round(share * 100)} %` }
}

function judgeCertificates(at: Date, certificates: ServerFacts['certificates']): Look {
  const daysLeft = (endsAt: Date) => Math.floor((endsAt.getTime() - at.getTime()) / DAY_MS)
  const [first] = certificates.toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime())
  if (first === undefined) return { state: 'unknown', got: 'none found' }
  const days = daysLeft(first.endsAt)
  return { state: days < 7 ? 'fail' : days < 30 ? 'warn' : 'ok', got: `${first.name} in ${days} days` }
}
