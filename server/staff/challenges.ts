/** How long somebody may take to touch their key, in milliseconds. */
export const CHALLENGE_LIFE_MS = 3 * 60 * 1000
const MOST_CHALLENGES = 1000

/** Challenges that were handed out and not answered yet. */
export interface Challenges {
  readonly remember: (challenge: string) => void
  /** Whether it was handed out here, lately, and not answered before. It is not good a second time. */
  readonly take: (challenge: string) => boolean
}

/** In memory: whoever signs in while the server restarts tries again. Full, the oldest gives way, so nothing grows. */
export function createChallenges(nowMs: () => number): Challenges {
  const endsAt = new Map<string, number>()
  return {
    remember: challenge => {
      for (const oldest of endsAt.keys()) {
        if (endsAt.size < MOST_CHALLENGES) break
        endsAt.delete(oldest)
      }
      endsAt.set(challenge, nowMs() + CHALLENGE_LIFE_MS)
    },
    take: challenge => {
      const end = endsAt.get(challenge)
      endsAt.delete(challenge)
      return end !== undefined && end > nowMs()
    },
  }
}
