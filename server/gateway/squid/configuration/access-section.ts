import { denyReasons } from '#shared/policy/deny-reasons.ts'
import { notPublicNetworks } from '../../way-out/public-address.ts'
import { HELPER_FORMAT } from '../helper-question.ts'
import { TELL_NOT_PUBLIC } from '../judge-question.ts'
import type { ListedAddresses } from '../listed-addresses.ts'
import { plainWord, type SquidSettings } from '../squid-settings.ts'

/** An address nobody has (RFC 5737, RFC 6666): what has to be sent from it is not sent. */
const NOWHERE = ['192.0.2.1', '100::1'] as const

/**
 * What is let out is what the helper grants and what leads to a public address, and both are asked for in one `allow`:
 * a helper that is away, overloaded or broken matches nothing, and what matches nothing is denied.
 *
 *  - The helper is asked about every request, never about one that was asked before.
 *  - A name is looked up after it was granted. One address inside spoils all; a literal was granted as it is written.
 *  - The address is looked at once more as the connection is made, and one inside is sent from an address that nobody has.
 */
export function accessSection({ helper, listedAddresses }: SquidSettings): readonly string[] {
  const [nowhere4, nowhere6] = NOWHERE
  const hasListed = listedAddresses.length > 0
  const unless = hasListed ? '!literal !listed' : '!literal'
  return [
    `external_acl_type judge ttl=0 negative_ttl=0 cache=0 grace=0 concurrency=200 queue-size=2000 children-max=2 children-startup=1 children-idle=1 ipv4 ${HELPER_FORMAT} ${helper.map(plainWord).join(' ')}`,
    'acl granted external judge',
    `acl told_not_public external judge ${TELL_NOT_PUBLIC}`,
    'acl was_granted note verdict granted',
    'acl was_refused note verdict refused',
    `acl inside dst ${notPublicNetworks.join(' ')}`,
    ...(hasListed ? listedLines(listedAddresses) : []),
    String.raw`acl literal dstdom_regex -n ^[0-9.]+$ ^\[`,
    'acl outside all-of !inside',
    `acl reachable any-of literal ${hasListed ? 'listed listed_later ' : ''}outside`,
    'http_access deny !door',
    'http_access deny manager',
    'http_access allow granted reachable',
    'http_access deny was_granted told_not_public',
    'http_access deny was_refused',
    'http_access deny all',
    'deny_info 403:ERR_GUICHET_REFUSED was_refused',
    'deny_info 403:ERR_GUICHET_NOT_PUBLIC told_not_public',
    'deny_info 403:ERR_GUICHET_CLOSED all',
    `tcp_outgoing_address ${nowhere4} inside ${unless}`,
    `tcp_outgoing_address ${nowhere6} inside ${unless}`,
    ...answerLines(),
    `acl refused_connection note clt_conn_tag ${Object.keys(denyReasons).join(' ')}`,
  ]
}

/**
 * A name leads to an address inside only where its own site lists that address and port. Of a CONNECT no site is known yet;
 * nothing goes out by it, and each request in it is looked at again.
 */
function listedLines(listed: readonly ListedAddresses[]): readonly string[] {
  const names = listed.map((_listed, at) => `listed_${at}`)
  const all = [...new Set(listed.flatMap(({ addresses }) => addresses))]
  return [
    ...listed.flatMap(({ siteId, port, addresses }, at) => [
      `acl listed_${at}_site note site ${plainWord(siteId)}`,
      `acl listed_${at}_port port ${port}`,
      `acl listed_${at}_address dst ${addresses.map(plainWord).join(' ')}`,
      `acl listed_${at} all-of listed_${at}_site listed_${at}_port listed_${at}_address`,
    ]),
    `acl listed any-of ${names.join(' ')}`,
    'acl connecting method CONNECT',
    `acl listed_anywhere dst ${all.map(plainWord).join(' ')}`,
    'acl listed_later all-of connecting listed_anywhere',
  ]
}

/**
 *  - No answer but the last is passed on: a 103 carries addresses to load past every gate.
 *  - Nor one that is packed: sites are asked for none, and Squid cannot count what it would unpack to.
 */
function answerLines(): readonly string[] {
  return [
    'acl informational http_status 100-199',
    'acl proxy_demand http_status 407',
    'acl page note page yes',
    'acl download rep_header Content-Disposition -i ^[[:space:]]*attachment',
    'acl packed rep_header Content-Encoding .',
    'http_reply_access deny informational',
    'http_reply_access deny proxy_demand',
    'http_reply_access deny page download',
    'http_reply_access deny packed',
    'http_reply_access allow all',
    'deny_info 403:ERR_GUICHET_DOWNLOAD download',
    'deny_info 502:ERR_GUICHET_PACKED packed',
  ]
}
