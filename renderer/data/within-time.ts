/**
 * Waits for `work`, but no longer than `limitMs`: on a full disk IndexedDB neither succeeds nor fails, and
 * whoever waits for it waits for ever. Answers `late` then; the work itself may still end one day.
 */
export async function withinTime(work: PromiseLike<unknown>, limitMs: number): Promise<'done' | 'failed' | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), limitMs)
  })
  try {
    return await Promise.race([
      work.then(
        () => 'done' as const,
        () => 'failed' as const,
      ),
      late,
    ])
  } finally {
    clearTimeout(timer)
  }
}
