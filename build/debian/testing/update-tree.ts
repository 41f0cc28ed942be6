import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { packTar } from '../../package/archive.mjs'
import { makeUpdate } from '../../package/make-update.mjs'
import { temporaryFolder, writeFiles } from '../../testing/temporary-folder.ts'

/** The scripts as they lie on a terminal. */
export const script = (name: string) => fileURLToPath(new URL(`../files/usr/lib/guichet/${name}`, import.meta.url))

/** The root of a terminal in a folder: enough of one for updates, with programs that say which they are. */
export interface UpdateTree {
  readonly root: string
  readonly releaseKey: KeyObject
  readonly state: (name: string) => string | undefined
  readonly note: (name: string, text: string) => void
  readonly program: (name: string) => string | undefined
  /** Lays a program there, without an update. */
  readonly putProgram: (folder: string, version: string, kiosk?: string) => void
  readonly link: (name: 'current' | 'previous') => string | undefined
  /** Makes an update and lays it down as the kiosk does. */
  readonly offer: (version: string, more?: OfferedUpdate) => Promise<string>
}

export interface OfferedUpdate {
  readonly key?: KeyObject
  readonly range?: { readonly follows?: string; readonly floor?: string }
  /** The script that stands for the program; left out, it says its version. */
  readonly kiosk?: string
  /** What the program's own file says; left out, the version. */
  readonly says?: string
}

const programs = 'var/lib/guichet-programs'
const state = 'var/lib/guichet-terminal/update'
const epoch = 1_763_900_000

const sayVersion = (version: string) => `#!/bin/sh\necho "runs ${version} $*"\n`

export function updateTree(installed = '0.1.0'): UpdateTree {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const root = temporaryFolder({
    'usr/lib/guichet/release.pub': publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    [`${state}/.keep`]: '',
    [`${programs}/.keep`]: '',
  })
  const read = (file: string) => {
    const place = path.join(root, file)
    return existsSync(place) ? readFileSync(place, 'utf8').trim() : undefined
  }
  const putProgram = (folder: string, version: string, kiosk = sayVersion(version)) => {
    writeFiles(root, { [`${folder}/kiosk`]: kiosk, [`${folder}/resources/release`]: `${version}\n` })
    chmodSync(path.join(root, folder, 'kiosk'), 0o755)
  }
  putProgram('opt/guichet', installed)
  return {
    root,
    releaseKey: privateKey,
    state: name => read(`${state}/${name}`),
    note: (name, text) => {
      writeFiles(root, { [`${state}/${name}`]: `${text}\n` })
    },
    program: name => read(`${programs}/${name}`),
    putProgram,
    link: name => readLink(path.join(root, programs, name)),
    offer: (version, { key = privateKey, range, kiosk, says = version } = {}) => {
      const made = `made/${version}`
      putProgram(made, says, kiosk ?? sayVersion(version))
      return offerUpdate(root, { version, made, key, ...(range !== undefined && { range }) })
    },
  }
}

function readLink(place: string): string | undefined {
  try {
    return readlinkSync(place)
  } catch {
    return undefined
  }
}

interface MadeUpdate {
  readonly version: string
  readonly made: string
  readonly key: KeyObject
  readonly range?: { readonly follows?: string; readonly floor?: string }
}

async function offerUpdate(root: string, { version, made, key, range }: MadeUpdate): Promise<string> {
  const archive = path.join(root, `${made}.tar.gz`)
  await packTar(path.join(root, made), archive, { name: `guichet-${version}`, epoch })
  const update = path.join(root, state, 'offer')
  const stamp = { release: version, builtAt: '2026-11-23T06:29:00.000Z' }
  await makeUpdate({ archive, update, stamp, privateKey: key, epoch, ...(range !== undefined && { range }) })
  return update
}
