/** A query that keeps its last answer. `undefined` means that there has been none yet: still loading. */
export interface LiveView<Value> {
  readonly getSnapshot: () => Value | undefined
  /** Returns what stops listening. */
  readonly subscribe: (listener: () => void) => () => void
  readonly close: () => void
}
