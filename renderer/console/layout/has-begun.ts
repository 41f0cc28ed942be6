import type { Closing } from '#shared/directive/closing.ts'

/** Whether a closing that is ordered holds already. */
export function hasBegun({ from }: Pick<Closing, 'from'>, nowMs: number): boolean {
  return from === null || Date.parse(from) <= nowMs
}
