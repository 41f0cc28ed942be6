/**
 * Why a request was refused, with the number that stands in the code a person reads out to a technician.
 * Numbers are for ever: a new reason takes the next one, and none is given twice.
 */
export const denyReasons = {
  'address-unreadable': 1,
  'address-too-long': 2,
  'scheme-not-web': 3,
  'user-info': 4,
  'host-not-canonical': 5,
  'path-undecodable': 6,
  'path-encoded-separator': 7,
  'path-odd-segment': 8,
  'type-not-web': 9,
  'query-unreadable': 10,
  'method-override': 11,
  'denied-by-entry': 12,
  'host-not-listed': 13,
  'host-look-alike': 14,
  'scheme-not-listed': 15,
  'port-not-listed': 16,
  'type-not-listed': 17,
  'path-not-listed': 18,
  'method-not-listed': 19,
  'initiator-not-listed': 20,
  'query-not-listed': 21,
  'body-not-granted': 22,
  'content-type-not-listed': 23,
  'body-unseen': 24,
  'body-too-large': 25,
  'body-unreadable': 26,
  'field-not-listed': 27,
  'site-expired': 28,
  'site-closed': 29,
  'rule-closed': 30,
  // What only the kiosk's own gate can meet.
  'gate-failed': 31,
  'source-unknown': 32,
  'header-not-allowed': 33,
  'window-not-allowed': 34,
  'download-not-allowed': 35,
  // Hard refusals: no rule grants these.
  'contact-details': 36,
  'free-text-not-granted': 37,
  'graphql-not-granted': 38,
  'budget-spent': 39,
  'dialog-not-allowed': 40,
  // What only the gateway can meet.
  'request-malformed': 41,
  'name-unknown': 42,
  'address-not-public': 43,
  'site-unreachable': 44,
  'answer-not-allowed': 45,
  'terminal-refused': 46,
} as const

export type DenyReason = keyof typeof denyReasons
