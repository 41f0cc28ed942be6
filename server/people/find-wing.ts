import type { LocalText } from '#shared/contracts/language.ts'

export interface KnownWing {
  readonly id: string
  readonly names: LocalText
}

/**
 * The wing people call `name`: by its id, its whole name in any language, or the last word of it, for `A` is what staff call
 * "Wing A". A whole name goes before a last word.
 */
export function findWing(wings: readonly KnownWing[], name: string): KnownWing | 'several' | undefined {
  const wanted = name.toLowerCase()
  const called = (fits: (known: string) => boolean) =>
    wings.filter(({ id, names }) => [id, ...Object.values(names)].some(known => fits(known.toLowerCase())))
  const whole = called(known => known === wanted)
  const matches = whole.length > 0 ? whole : called(known => known.endsWith(` ${wanted}`))
  return matches.length > 1 ? 'several' : matches[0]
}
