import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { jeanBosco, terminal } from '../../fixtures/people.ts'
import { PrisonServer } from '../../fixtures/prison-server.ts'
import { readTerminalIdentity, type TerminalIdentity } from '../gateway/terminal-identity.ts'
import type { Authority } from '../sinks/certificates.ts'
import type { Outside } from './outside.ts'
import { policy } from './policy.ts'

/** The real prison server with its gateway, and one terminal enrolled there. */
export interface Prison {
  readonly server: PrisonServer
  readonly configurationFile: string
  readonly identity: TerminalIdentity
  readonly inmateId: string
  /** Who vouches for the server, and who for the sites as the gateway shows them. */
  readonly authority: (name: 'authority' | 'web-authority') => Promise<Authority>
  readonly close: () => Promise<void>
}

/** Starts a prison server that believes the outside's authority, as a real one believes those of the world. */
export async function openPrison({ authority }: Outside): Promise<Prison> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-escape-prison-'))
  env['NODE_EXTRA_CA_CERTS'] = join(folder, 'outside.pem')
  await writeFile(env['NODE_EXTRA_CA_CERTS'], authority.certificatePem)
  const server = await PrisonServer.create()
  await server.start()
  await publish(server)
  const url = `https://127.0.0.1:${server.port}`
  await server.run('enrol', '--cell', terminal, '--folder', folder, '--server', url, '--language', 'en')
  const configurationFile = join(folder, 'kiosk.json')
  const [inmate] = await server.query<{ id: string }>('select id from inmates where number = $1', [jeanBosco.number])
  if (inmate === undefined) throw new Error('the sample has no such inmate')
  return {
    server,
    configurationFile,
    identity: await readTerminalIdentity(configurationFile),
    inmateId: inmate.id,
    authority: name => readAuthority(join(server.data, 'keys', `${name}.pem`)),
    close: async () => {
      delete env['NODE_EXTRA_CA_CERTS']
      await server.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function publish(server: PrisonServer): Promise<void> {
  await server.query(
    `with published as (
       insert into web_policy (id, text) values ('web-policy', $1) on conflict (id) do update set text = $1 returning id)
     insert into changes (entity, key, scope) select 'web-policy', id, 'prison' from published
     on conflict (entity, key, scope) do update set xid = excluded.xid, seq = excluded.seq`,
    [JSON.stringify(policy)],
  )
}

async function readAuthority(path: string): Promise<Authority> {
  const text = await readFile(path, 'utf8')
  const [keyPem = '', certificatePem = ''] = text.split(/(?<=-----END PRIVATE KEY-----\n)/)
  return { keyPem, certificatePem }
}
