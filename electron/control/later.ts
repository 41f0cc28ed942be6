/** Runs something later; what is answered takes it back. */
export type Later = (run: () => void, delayMs: number) => () => void
