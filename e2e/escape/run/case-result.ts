/** What came of one attack on one terminal. */
export interface CaseResult {
  readonly id: string
  /** Whether the page with the attack was shown at all: where it was not, nothing is proven. */
  readonly wasMade: boolean
  readonly hasFired: boolean
  /** By what it was seen. */
  readonly how: string
}
