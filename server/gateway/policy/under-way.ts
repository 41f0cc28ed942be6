/** Looks again at what was granted and is not over. */
export interface UnderWay {
  /** Has `look` called now, again and again, until the answer is called. It ends by itself what it finds refused. */
  readonly follow: (look: () => Promise<void>) => () => void
  /** Looks at everything now. Resolves when everything that is refused has been ended. */
  readonly judgeAgain: () => Promise<void>
}

/** How often it is looked without anybody telling: a policy, a day and a closing change under an answer that takes long. */
export const LOOK_EVERY_MS = 1000

/**
 *  - What is new is looked at once more at once: what it was granted by may have changed since.
 *  - While nothing is under way, nothing is asked.
 */
export function createUnderWay(everyMs: number = LOOK_EVERY_MS): UnderWay {
  const looks = new Set<() => Promise<void>>()
  let timer: ReturnType<typeof setInterval> | undefined
  const judgeAgain = async (): Promise<void> => {
    await Promise.all([...looks].map(look => look()))
  }
  const follow = (look: () => Promise<void>): (() => void) => {
    looks.add(look)
    timer ??= setInterval(() => void judgeAgain(), everyMs).unref()
    void look()
    return () => {
      looks.delete(look)
      if (looks.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }
  return { follow, judgeAgain }
}
