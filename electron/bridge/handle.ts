import type { Channel, ChannelResult, Surface } from '#shared/contracts/channel.ts'
import { GuichetError, toPublicError } from '#shared/errors/guichet-error.ts'
import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron'
import type { z } from 'zod'
import type { CallPace } from './call-pace.ts'

/*
 * Threat: any page, frame or worker in this process that gets hold of a preload can send any channel any
 * value. Electron neither checks who sends nor what; it only delivers. So a channel can be registered in
 * one way, here, and nothing behind it ever sees a sender or a value that was not checked.
 */

const surfaceByOrigin: ReadonlyMap<string, Surface> = new Map([['guichet://kiosk', 'kiosk']])

/**
 * Names the surface that sent a message, or `undefined` when the sender must be refused.
 *
 * The frame is checked, not `event.sender`: every iframe in a page shares one WebContents.
 * Held by the test "refuses an iframe of a trusted page".
 */
export function surfaceOf(frame: Pick<WebFrameMain, 'origin' | 'parent'> | null): Surface | undefined {
  if (frame === null || frame.parent !== null) return undefined
  return surfaceByOrigin.get(frame.origin)
}

export interface HandlePorts {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly report: (channel: string, error: unknown) => void
  /** One for all channels. */
  readonly pace: Pick<CallPace, 'take'>
  readonly pause: (timeMs: number) => Promise<void>
}

/**
 * Registers the only listener for `channel`.
 *
 *  - The handler runs after the sender and the input are accepted, and never sees an unparsed value.
 *  - The caller always gets a `ChannelResult`: a rejected promise would carry the error's message.
 *  - Every failure is reported on this side of the boundary, and only its code crosses it.
 *  - Calls come no faster than `pace` lets them. Of those that are too many, not each is reported.
 */
export function handle<Input extends z.ZodType, Output extends z.ZodType>(
  { ipcMain, report, pace, pause }: HandlePorts,
  channel: Channel<string, Input, Output>,
  handler: (input: z.output<Input>) => Promise<z.input<Output>>,
): void {
  ipcMain.handle(channel.name, async (event, raw: unknown): Promise<ChannelResult<z.output<Output>>> => {
    const permit = pace.take()
    if (permit.effect === 'refuse') {
      const error = new GuichetError('IPC_TOO_MANY', `${channel.name} among too many calls`)
      if (permit.isNews) report(channel.name, error)
      return { ok: false, error: toPublicError(error) }
    }
    if (permit.inMs > 0) await pause(permit.inMs)
    try {
      const input = accept(channel, event, raw)
      return { ok: true, value: channel.output.parse(await handler(input)) }
    } catch (error) {
      report(channel.name, error)
      return { ok: false, error: toPublicError(error) }
    }
  })
}

function accept<Input extends z.ZodType>(
  channel: Channel<string, Input, z.ZodType>,
  event: IpcMainInvokeEvent,
  raw: unknown,
): z.output<Input> {
  const surface = surfaceOf(event.senderFrame)
  if (surface === undefined || !channel.surfaces.includes(surface)) {
    throw new GuichetError('IPC_SENDER_REFUSED', `${channel.name} refused`)
  }
  const input = channel.input.safeParse(raw)
  if (!input.success) throw new GuichetError('IPC_INPUT_INVALID', `${channel.name} input`, { cause: input.error })
  return input.data
}
