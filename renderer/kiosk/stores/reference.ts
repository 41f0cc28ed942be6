import type { RequestId } from '#shared/contracts/ids.ts'

/** The id's last eight figures: those of a UUIDv7 are random, so two requests of one person do not look alike. */
export function referenceOf(id: RequestId): string {
  const tail = id.replaceAll('-', '').slice(-8).toUpperCase()
  return `${tail.slice(0, 4)}-${tail.slice(4)}`
}
