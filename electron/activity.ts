/** What goes on in this program, for whoever wants to know whether it works, or to end it at a good moment. */
export interface Activity {
  /** The page's scripts run: it asked who may sign in, which is what its first screen shows. */
  readonly notePageAtWork: () => void
  readonly isPageAtWork: () => boolean
  /** Runs a push, under way until it has ended, however it ends. */
  readonly push: <Output>(run: () => Promise<Output>) => Promise<Output>
  readonly isPushing: () => boolean
}

export function createActivity(): Activity {
  let isPageAtWork = false
  let pushes = 0
  return {
    notePageAtWork: () => {
      isPageAtWork = true
    },
    isPageAtWork: () => isPageAtWork,
    push: async run => {
      pushes += 1
      try {
        return await run()
      } finally {
        pushes -= 1
      }
    },
    isPushing: () => pushes > 0,
  }
}
