/** What is attacked elsewhere, or cannot be attacked here, and why. */
export interface NotMade {
  readonly ids: readonly string[]
  readonly why: string
}

export const notMade: readonly NotMade[] = [
  {
    ids: ['URL-05', 'URL-15', 'URL-19', 'URL-31'],
    why: 'meant to be let through: other spellings of an approved address',
  },
  { ids: ['IPC-03'], why: 'on the kiosk’s own page: `electron/bridge/handle.test.ts`' },
  { ids: ['IPC-05', 'IPC-07'], why: 'on the kiosk’s own page: `e2e/specs/shell/bridge-holds.spec.ts`' },
  { ids: ['IPC-13'], why: '`e2e/specs/shell/sandbox.spec.ts`' },
  {
    ids: ['GW-01', 'GW-03', 'GW-05', 'GW-07', 'GW-11'],
    why: 'raw connections, and answers that unpack without end: `connect`, `smuggling` and `answers` of `server/gateway/embedded`',
  },
  {
    ids: ['UI-13', 'BP-09'],
    why: 'a terminal believes no certificate but the gateway’s: `electron/gate/site-certificate.test.ts`, and no more than that',
  },
  { ids: ['BG-15'], why: 'no crash reporter is started' },
  { ids: ['COV-11'], why: 'the time and the order of requests cannot be taken away; budgets bound them' },
  { ids: ['KEY-05', 'KEY-09'], why: 'reloading and going back stay within the approved pages' },
  {
    ids: ['KEY-11', 'KEY-13', 'KEY-19', 'UI-27', 'DOS-05'],
    why: 'of the machine around the kiosk: comes with provisioning',
  },
]
