import type { ChannelHandlers } from './bridge/register-channels.ts'
import type { Control } from './control/control.ts'
import type { Kiosk } from './create-kiosk.ts'
import { createConfirm } from './operations/confirm.ts'
import { isOpenFor } from './operations/is-open-for.ts'
import { createDiscard } from './operations/discard.ts'
import { createRestore } from './operations/restore.ts'
import { createSettle } from './operations/settle.ts'
import { createPull } from './line/pull.ts'
import { createProbe } from './line/probe.ts'
import { createPush } from './line/push.ts'
import { createVerifyReceipt } from './line/verify-receipt.ts'
import { createInTurn, type InTurn } from './sequence/in-turn.ts'

type OperationHandlers = Pick<ChannelHandlers, Extract<keyof ChannelHandlers, `${'journal' | 'operation'}:${string}`>>
type LineHandlers = Pick<ChannelHandlers, Extract<keyof ChannelHandlers, `line:${string}`>>

/** What inmates confirmed, and its way to the prison and back. */
export function createOperationHandlers(
  kiosk: Kiosk,
  openState: Control['openState'],
): OperationHandlers & LineHandlers {
  const { ready } = kiosk.storage.journal
  const turn = createInTurn()
  // Everything that looks into the book and then writes stands in one row, and first sees that there is a journal.
  const inTurn: InTurn = run =>
    turn(async () => {
      await ready()
      return run()
    })
  return { ...journalHandlers(kiosk, openState, inTurn), ...lineHandlers(kiosk, inTurn) }
}

function journalHandlers(
  { identity, session, drafts, storage }: Kiosk,
  openState: Control['openState'],
  inTurn: InTurn,
): OperationHandlers {
  const { terminal, medical } = identity.configuration
  const { book, write, entries, damaged } = storage.journal
  const parts = { book, write, terminalId: terminal.id }
  const confirm = createConfirm({
    ...parts,
    medicalKey: medical,
    now: () => new Date(),
    isOpen: kind => isOpenFor(kind, openState()),
  })
  const restore = createRestore(parts)
  const discard = createDiscard(parts)
  return {
    'operation:confirm': async input => {
      const person = session.require()
      const operation = await inTurn(() => confirm(input, person))
      drafts.confirmed(person.inmateId, operation.id)
      return { operation }
    },
    'journal:read': async () => ({ entries: entries(), damaged: damaged() }),
    'journal:restore': async ({ operation }) => {
      await inTurn(() => restore(operation))
      return {}
    },
    'journal:discard': async ({ id }) => {
      const person = session.require()
      await inTurn(() => discard(id, person))
      return {}
    },
  }
}

function lineHandlers({ identity, storage, ask, mirror, activity, log }: Kiosk, inTurn: InTurn): LineHandlers {
  const { prison, server, terminal } = identity.configuration
  const { book, write } = storage.journal
  const settle = createSettle(book, write)
  const report = (error: unknown) => {
    log.error('line', error)
  }
  const push = createPush({
    ask,
    terminalId: terminal.id,
    findRecorded: id => book.get(id)?.operation,
    verifyReceipt: createVerifyReceipt(prison.id, server.receiptKeys),
    settle: verdicts => inTurn(() => settle(verdicts)),
    now: () => new Date(),
    report,
  })
  const pull = createPull({ ask, mirror, report })
  const pushInTurn = createInTurn()
  const pullInTurn = createInTurn()
  return {
    'line:push': ({ operations }) => activity.push(() => pushInTurn(() => push(operations))),
    'line:pull': ({ cursor }) => pullInTurn(() => pull(cursor)),
    'line:probe': createProbe(ask),
  }
}
