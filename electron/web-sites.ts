import type { WebSite } from '#shared/contracts/bridge.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'

/** The sites a person may be offered today. One whose last day has passed is not among them; nor is any, if no day is known. */
export function listSites(policy: WebPolicy | undefined, today: string | undefined): WebSite[] {
  const sites = policy?.sites ?? []
  // Days written alike compare as text.
  return sites
    .filter(({ notAfter }) => notAfter === undefined || (today !== undefined && today <= notAfter))
    .map(({ id, name, start }) => ({ id, names: name, host: new URL(start).host }))
}

const MINUTE_MS = 60_000

/** Tells the prison's day, worked out anew each minute: days begin with one, in every time zone there is. */
export function createPrisonDay(timeZone: string, now: () => Date): () => string | undefined {
  let worked: { readonly minute: number; readonly day: string | undefined } | undefined
  return () => {
    const at = now()
    const minute = Math.floor(at.getTime() / MINUTE_MS)
    if (worked?.minute !== minute) worked = { minute, day: prisonDay(timeZone, at) }
    return worked.day
  }
}

/** The calendar day in the prison, `YYYY-MM-DD`; `undefined` where its time zone is none this machine knows. */
export function prisonDay(timeZone: string, now: Date): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(now)
    const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
    return `${part('year')}-${part('month')}-${part('day')}`
  } catch {
    return undefined
  }
}
