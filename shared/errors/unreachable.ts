/** Marks a branch the types rule out. Reaching it is a bug, and says with which value. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
