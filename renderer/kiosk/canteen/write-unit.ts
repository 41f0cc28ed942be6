/** "4 ×" at the end: so many pieces. "6 × 33 cl" says of what, and stays. */
const PIECES = /(\d+) ×$/

/** Writes what a product's unit holds so that it can be read aloud: a count of pieces as words, a measure as it is. */
export function writeUnit(unit: string, pieces: (count: number) => string): string {
  return unit.replace(PIECES, (_all, count: string) => pieces(Number(count)))
}
