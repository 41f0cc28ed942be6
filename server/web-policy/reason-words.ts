import { type DenyReason, denyReasons } from '#shared/policy/deny-reasons.ts'

/** What a refusal means, and what a technician does about it where something can be done. */
export interface ReasonWords {
  readonly means: string
  readonly todo: string
}

const never = 'Nothing grants this. It is refused at every site.'
const address = 'Nothing grants this. A site that needs such addresses cannot be approved as it is.'
const terminal = 'Nothing in the policy. The terminal refuses it by itself, at every site.'

/** One line a reason, for people who keep the policy. Inmates are told by the terminal, in their language. */
export const reasonWords: Readonly<Record<DenyReason, ReasonWords>> = {
  'address-unreadable': { means: 'This is no web address.', todo: address },
  'address-too-long': { means: 'The address is longer than 2,048 characters.', todo: address },
  'scheme-not-web': { means: 'The address is none of http or https.', todo: never },
  'user-info': { means: 'The address holds a user name or a password.', todo: never },
  'host-not-canonical': { means: 'The host is written oddly, with a trailing dot or an empty label.', todo: never },
  'path-undecodable': { means: 'The path holds bytes that are no text, or control characters.', todo: address },
  'path-encoded-separator': {
    means: 'The path holds an encoded / \\ ? # % or ;, which servers read in different ways.',
    todo: address,
  },
  'path-odd-segment': { means: 'The path holds an empty segment (//) or a ;.', todo: address },
  'type-not-web': { means: 'It is a socket, a ping, a report, a plugin or a prefetch.', todo: never },
  'query-unreadable': { means: 'The query cannot be read: broken encoding or control characters.', todo: address },
  'method-override': { means: 'A parameter, field or header asks the server for another method.', todo: never },
  'denied-by-entry': {
    means: 'A deny entry covers it.',
    todo: 'Narrow or remove that deny entry, if it was not meant.',
  },
  'host-not-listed': { means: 'No rule lists this host.', todo: 'Approve the site, or add the host to a rule.' },
  'host-look-alike': {
    means: 'The host holds letters that can pass for others (an xn-- name), and no rule lists it exactly.',
    todo: 'If the site really is called so, list its xn-- name exactly.',
  },
  'scheme-not-listed': { means: 'The host is listed, but not over this scheme.', todo: 'Add it to "schemes".' },
  'port-not-listed': { means: 'The host is listed, but not on this port.', todo: 'Add it to "ports".' },
  'type-not-listed': { means: 'The host is listed, but not for this type of request.', todo: 'Add it to "types".' },
  'path-not-listed': { means: 'The host is listed, but not this path.', todo: 'Add the path to "paths".' },
  'method-not-listed': {
    means: 'The path is listed, but not for this method.',
    todo: 'Reading: add it to "methods". Writing: a grant of its own.',
  },
  'initiator-not-listed': {
    means: 'It is caused by a page that does not belong to the site.',
    todo: 'Add the site whose page causes it to "initiators".',
  },
  'query-not-listed': {
    means: 'The query holds a parameter or a value that the rule does not foresee, or one twice.',
    todo: 'Add it to "query".',
  },
  'body-not-granted': { means: 'It carries a body, and the rule is for reading.', todo: 'A grant of its own.' },
  'content-type-not-listed': { means: 'The body is of another type.', todo: 'Add it to "contentTypes".' },
  'body-unseen': { means: 'The gate could not see the body: a file, a stream or a blob.', todo: never },
  'body-too-large': { means: 'The body is longer than the grant says.', todo: 'Raise "maxBodyBytes".' },
  'body-unreadable': { means: 'The body is no plain list of fields.', todo: 'Nothing grants this, or files.' },
  'field-not-listed': { means: 'The body holds a field that is not granted.', todo: 'Add it to "fields".' },
  'site-expired': {
    means: 'The site was approved until a day that has passed.',
    todo: 'Vet it anew, and move "notAfter".',
  },
  'site-closed': { means: 'A warden has closed the site.', todo: 'A warden reopens it.' },
  'rule-closed': { means: 'A warden has closed this rule.', todo: 'A warden reopens it.' },
  'gate-failed': { means: 'The gate itself failed, and so refused.', todo: 'Report it: this is a fault.' },
  'source-unknown': { means: 'It came from no page that the terminal knows.', todo: terminal },
  'header-not-allowed': { means: 'It is a worker, a prefetch or a change of protocol.', todo: terminal },
  'window-not-allowed': { means: 'The page wanted a window of its own.', todo: terminal },
  'download-not-allowed': { means: 'It would have been saved as a file.', todo: terminal },
  'contact-details': {
    means: 'A value holds an e-mail address, a number to call, a web address or an account.',
    todo: never,
  },
  'free-text-not-granted': {
    means: 'A written value is more than a search term.',
    todo: 'Set "freeText": true, if people may write there. It is logged for review.',
  },
  'graphql-not-granted': { means: 'A value is a GraphQL text, which can read and write alike.', todo: never },
  'budget-spent': {
    means: 'The inmate has sent to this site all that one day allows.',
    todo: 'Wait for tomorrow. Look at who sends how much, and where.',
  },
  'dialog-not-allowed': { means: 'The page wanted to open a dialog of the system.', todo: terminal },
  'request-malformed': { means: 'The gateway could not read the request without doubt.', todo: never },
  'name-unknown': { means: 'The host has no address in the DNS.', todo: 'Check the name, and the gateway’s resolver.' },
  'address-not-public': {
    means: 'The host’s address lies inside a network that is not public.',
    todo: 'If it is meant, list that address itself in "hosts".',
  },
  'site-unreachable': {
    means: 'The site did not answer, or not with a certificate that is valid.',
    todo: 'Try again later.',
  },
  'answer-not-allowed': { means: 'The answer was too large, or of a kind that is not relayed.', todo: never },
  'terminal-refused': { means: 'The gateway does not know the terminal, or it was revoked.', todo: 'Enrol it again.' },
}

/** The reason with this number, or `undefined` where none has it. */
export function reasonWithNumber(number: number): DenyReason | undefined {
  return reasons.find(reason => denyReasons[reason] === number)
}

const reasons = Object.keys(denyReasons).filter((name): name is DenyReason => name in denyReasons)

/** The code a person reads out. Sites count from 1, in the order of the policy file; 0 where no site is known. */
export function refusalCode(siteNumber: number, reason: DenyReason): string {
  return `W-${siteNumber}-${denyReasons[reason]}`
}
