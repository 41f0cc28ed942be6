import { randomInt } from 'node:crypto'

export const PIN_DIGITS = 6

/** A PIN by chance, but for those everybody tries first: one digit over and over, or a run up or down. */
export function makePin(random: (below: number) => number = below => randomInt(below)): string {
  for (;;) {
    const pin = Array.from({ length: PIN_DIGITS }, () => String(random(10))).join('')
    if (!isObvious(pin)) return pin
  }
}

function isObvious(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}
