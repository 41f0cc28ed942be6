import { randomBytes } from 'node:crypto'

/** Says whether `pin` is the one `verifier` was made of. With no verifier it takes as long and says no. */
export type VerifyPin = (pin: string, verifier: string | undefined) => Promise<boolean>

interface Argon2Cost {
  readonly memoryKib: number
  readonly iterations: number
  readonly parallelism: number
}

/** As verifiers are made where nothing else is known (OWASP, 2024). */
const usualCost: Argon2Cost = { memoryKib: 19_456, iterations: 2, parallelism: 1 }

/** What this process is willing to spend. A verifier that asks for more is refused, not obeyed. */
const mostCost: Argon2Cost = { memoryKib: 65_536, iterations: 6, parallelism: 4 }

const PHC =
  /^\$argon2id\$v=19\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{22,86}$/

/**
 * Argon2id (RFC 9106). The library is loaded with the first PIN, not before: it is not needed to show the first screen.
 *
 * `example` is any verifier of the roster: a number nobody has is made to cost what a true one costs.
 */
export function createVerifyPin(example: () => string | undefined): VerifyPin {
  return async (pin, verifier) => {
    const cost = verifier === undefined ? undefined : readCost(verifier)
    if (verifier === undefined || cost === undefined) {
      await spend(pin, readCost(example() ?? '') ?? usualCost)
      return false
    }
    const { argon2Verify } = await import('hash-wasm')
    return argon2Verify({ password: pin, hash: verifier })
  }
}

function readCost(verifier: string): Argon2Cost | undefined {
  const [, memory, iterations, parallelism] = PHC.exec(verifier) ?? []
  if (memory === undefined) return undefined
  const cost = { memoryKib: Number(memory), iterations: Number(iterations), parallelism: Number(parallelism) }
  const isBounded =
    cost.memoryKib <= mostCost.memoryKib &&
    cost.iterations <= mostCost.iterations &&
    cost.parallelism <= mostCost.parallelism &&
    cost.memoryKib >= 8 * cost.parallelism &&
    cost.iterations >= 1 &&
    cost.parallelism >= 1
  return isBounded ? cost : undefined
}

async function spend(pin: string, { memoryKib, iterations, parallelism }: Argon2Cost): Promise<void> {
  const { argon2id } = await import('hash-wasm')
  await argon2id({
    password: pin,
    salt: randomBytes(16),
    memorySize: memoryKib,
    iterations,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
}
