import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { replaceFile } from '../../files/replace-file.ts'
import { createInTurn } from '../../sequence/in-turn.ts'
import type { ThrowAwayAuthority } from '../../testing/throw-away-server.ts'
import { authorityFingerprint } from '../authority.ts'
import { createEnrolmentDisk, type EnrolmentDisk } from '../enrolment-disk.ts'
import { Enrolment } from '../enrolment.ts'
import { readHints } from '../read-hints.ts'
import { GOOD_CODE, startStandIn } from './stand-in-server.ts'

/** A terminal's folder and its prison's server, for one test. `start` is one start of that terminal without a configuration. */
export async function openBench(authority: ThrowAwayAuthority) {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-enrolment-'))
  const server = await startStandIn(authority)
  const configurationFile = path.join(folder, 'kiosk.json')
  onTestFinished(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })
  const start = async (changed: Partial<EnrolmentDisk> = {}, nowMs: () => number = Date.now) => {
    const unusable: unknown[] = []
    const told: string[] = []
    const enrolment = new Enrolment({
      hints: await readHints(path.join(folder, 'hints'), error => unusable.push(error)),
      disk: { ...createEnrolmentDisk(configurationFile, replaceFile), ...changed },
      nowMs,
      inTurn: createInTurn(),
      onEnrolled: () => told.push('enrolled'),
    })
    const handlers = enrolment.handlers()
    return {
      told,
      unusable,
      begin: () => handlers['enrolment:begin']({}),
      find: (address = server.url, print: string | null = null) =>
        handlers['enrolment:find-server']({ address, fingerprint: print }),
      look: (code = GOOD_CODE, areWordsSame = true) => handlers['enrolment:look']({ code, areWordsSame }),
      takeIn: () => handlers['enrolment:take-in']({}),
    }
  }
  const hint = { version: 1, url: server.url, authorityPem: authority.certificatePem }
  return {
    folder,
    server,
    configurationFile,
    start,
    fingerprint: authorityFingerprint(authority.certificatePem),
    hint,
    enrolmentFile: { ...hint, code: GOOD_CODE, name: 'A-101', expiresAt: '2030-01-01T00:00:00.000Z' },
    writeHints: async (name: string, value: unknown) => {
      await mkdir(path.join(folder, 'hints'), { recursive: true })
      await writeFile(path.join(folder, 'hints', name), typeof value === 'string' ? value : JSON.stringify(value))
    },
  }
}
