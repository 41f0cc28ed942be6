import { outgoingNames } from '../embedded/request-headers.ts'
import { INITIATOR_HEADER, TYPE_HEADER } from '#shared/contracts/gateway.ts'
import { methodOverrideNames } from '#shared/policy/request-methods.ts'
import { INMATE_TLV, TERMINAL_TLV } from './proxy-header.ts'

/** What Squid tells of a request besides its headers, in the order of the line. `#`: encoded so that it can be undone. */
const facts = {
  method: '%#>rm',
  url: '%#>ru',
  version: '%#>rv',
  terminalId: `%#proxy_protocol::>h{${TERMINAL_TLV}}`,
  inmateId: `%#proxy_protocol::>h{${INMATE_TLV}}`,
  serverName: '%#ssl::>sni',
  connectionTag: '%#note{clt_conn_tag}',
} as const

/** The headers a decision or an outgoing request depends on. No other one goes out, and none is missed. */
export const toldHeaders: readonly string[] = [
  ...new Set([
    'host',
    'content-length',
    'transfer-encoding',
    'content-encoding',
    'expect',
    'upgrade',
    TYPE_HEADER,
    INITIATOR_HEADER,
    'sec-fetch-dest',
    'sec-fetch-site',
    'sec-purpose',
    'purpose',
    'x-moz',
    'service-worker',
    ...methodOverrideNames,
    ...outgoingNames,
  ]),
]

/** The FORMAT of the external ACL. The last word is what the asking ACL was given, `-` for nothing. */
export const HELPER_FORMAT = [...Object.values(facts), ...toldHeaders.map(name => `%#>h{${name}}`), '%DATA'].join(' ')

export interface HelperQuestion {
  readonly channel: string
  readonly method: string
  readonly url: string
  readonly version: string
  readonly terminalId: string | undefined
  readonly inmateId: string | undefined
  /** The name the terminal asked TLS for, once it has. */
  readonly serverName: string | undefined
  /** What an earlier answer wrote on the connection. */
  readonly connectionTag: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly purpose: string
}

const WORDS = Object.keys(facts).length + toldHeaders.length

/** Reads a line as Squid writes it, or answers `undefined`: a line of another form comes from another configuration. */
export function parseHelperQuestion(line: string): HelperQuestion | undefined {
  const [channel, ...rest] = line.trimEnd().split(' ')
  const words = rest.slice(0, WORDS).map(readWord)
  const purpose = rest[WORDS]
  if (channel === undefined || !/^\d{1,9}$/.test(channel) || rest.length !== WORDS + 1) return undefined
  if (purpose === undefined || words.includes('unreadable')) return undefined
  const values = words.map(word => (typeof word === 'object' ? word.value : undefined))
  const [method, url, version, terminalId, inmateId, serverName, connectionTag, ...told] = values
  if (method === undefined || url === undefined || version === undefined) return undefined
  const headers = Object.fromEntries(
    toldHeaders.flatMap((name, at) => {
      const value = told[at]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  return { channel, method, url, version, terminalId, inmateId, serverName, connectionTag, headers, purpose }
}

/** A lone `-` is nothing. So is a value that is one: nothing that lets out depends on telling them apart. */
function readWord(word: string): { readonly value: string } | 'absent' | 'unreadable' {
  if (word === '-') return 'absent'
  try {
    return { value: decodeURIComponent(word) }
  } catch {
    return 'unreadable'
  }
}
