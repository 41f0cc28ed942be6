import type { ConfirmOutcome } from '../stores/kiosk-actions.ts'

/** A confirmation that is answered when the test says so. */
export function heldOutcome() {
  let answer = (_outcome: ConfirmOutcome): void => undefined
  const outcome = new Promise<ConfirmOutcome>(resolve => {
    answer = resolve
  })
  return { confirm: async () => outcome, answer: (given: ConfirmOutcome) => answer(given) }
}
