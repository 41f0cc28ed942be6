/** What the helper says to Squid of one question. Notes become annotations that the configuration's ACLs and headers read. */
export interface HelperAnswer {
  readonly result: 'OK' | 'ERR' | 'BH'
  readonly notes: Readonly<Record<string, string>>
}

/** In bytes: Squid reads an answer into 32 KiB, and gives up on a longer one. */
const MAX_LINE = 30_000

/** What Squid is told where there is nothing sensible to tell: it then refuses. */
export const BROKEN: HelperAnswer = { result: 'BH', notes: {} }

/**
 * Writes an answer as Squid reads it, without the line's end.
 *
 * A value that could end the line or that no header may hold, and a line longer than Squid reads, make it a `BH`: that
 * never lets anything out.
 */
export function encodeHelperAnswer(channel: string, { result, notes }: HelperAnswer): string {
  const pairs = Object.entries(notes).map(([key, value]) => `${key}="${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
  const line = [channel, result, ...pairs].join(' ')
  const isSafe = Object.entries(notes).every(([key, value]) => /^[a-z_-]+$/.test(key) && /^[\x20-\x7e]*$/.test(value))
  return isSafe && line.length <= MAX_LINE ? line : `${channel} BH`
}
