import process from 'node:process'

/** Resolves at the first Ctrl-C or SIGTERM. A second one ends the process at once, as people expect. */
export function untilToldToStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve()
      })
    }
  })
}
