/** Unwraps a value that cannot be missing here; `what` names it in the bug report. */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`)
  return value
}
