import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** A secret that is handed out once. Only its hash is stored: who reads the database can use none. */
export interface OneTimeToken {
  readonly token: string
  readonly hash: Buffer
}

export function createToken(): OneTimeToken {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** Unsalted on purpose: 256 random bits cannot be guessed, and the hash is what a token is looked up by. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
