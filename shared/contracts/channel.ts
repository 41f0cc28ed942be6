import type { z } from 'zod'
import type { PublicError } from '../errors/guichet-error.ts'

/** The page a message may come from. The console never runs on a terminal. */
export type Surface = 'kiosk'

/** What a channel answers: a refusal is a value, never a silent `undefined` and never an exception. */
export type ChannelResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: PublicError }

export interface Channel<Name extends string, Input extends z.ZodType, Output extends z.ZodType> {
  readonly name: Name
  readonly surfaces: readonly Surface[]
  readonly input: Input
  readonly output: Output
}

/** Keeps the literal name, so that the preload's types know every channel by it. */
export function defineChannel<const Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  channel: Channel<Name, Input, Output>,
): Channel<Name, Input, Output> {
  return channel
}
