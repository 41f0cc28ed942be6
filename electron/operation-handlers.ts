import type { ChannelHandlers } from './bridge/register-channels.ts'
import type { Kiosk } from './create-kiosk.ts'
import { createConfirm } from './operations/confirm.ts'
import { createDiscard } from './operations/discard.ts'
import { createOperationBook, type OperationBook } from './operations/operation-book.ts'
import { createRestore } from './operations/restore.ts'
import { createSettle } from './operations/settle.ts'
import { createWriteRecords } from './operations/write-records.ts'
import { createPull } from './line/pull.ts'
import { createProbe } from './line/probe.ts'
import { createPush } from './line/push.ts'
import { createVerifyReceipt } from './line/verify-receipt.ts'
import { createInTurn, type InTurn } from './sequence/in-turn.ts'

type OperationHandlers = Pick<ChannelHandlers, Extract<keyof ChannelHandlers, `${'journal' | 'operation'}:${string}`>>
type LineHandlers = Pick<ChannelHandlers, Extract<keyof ChannelHandlers, `line:${string}`>>

/** What inmates confirmed, and its way to the prison and back. */
export function createOperationHandlers(kiosk: Kiosk): OperationHandlers & LineHandlers {
  const { journal } = kiosk.storage
  const book = createOperationBook(journal.records())
  // Everything that looks into the book and then writes stands in one row.
  const inTurn = createInTurn()
  return { ...journalHandlers(kiosk, book, inTurn), ...lineHandlers(kiosk, book, inTurn) }
}

function journalHandlers(
  { identity, session, drafts, storage }: Kiosk,
  book: OperationBook,
  inTurn: InTurn,
): OperationHandlers {
  const { terminal, medical } = identity.configuration
  const { journal } = storage
  const write = createWriteRecords(journal, book)
  const parts = { book, write, terminalId: terminal.id }
  const confirm = createConfirm({ ...parts, medicalKey: medical, now: () => new Date() })
  const restore = createRestore(parts)
  const discard = createDiscard(parts)
  return {
    'operation:confirm': async input => {
      const person = session.require()
      const operation = await inTurn(() => confirm(input, person))
      drafts.confirmed(person.inmateId, operation.id)
      return { operation }
    },
    'journal:read': async () => ({ entries: book.entries(), damaged: journal.recovery.damaged + book.unreadable() }),
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

function lineHandlers(
  { identity, storage, ask, mirror, log }: Kiosk,
  book: OperationBook,
  inTurn: InTurn,
): LineHandlers {
  const { prison, server, terminal } = identity.configuration
  const settle = createSettle(book, createWriteRecords(storage.journal, book))
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
    'line:push': ({ operations }) => pushInTurn(() => push(operations)),
    'line:pull': ({ cursor }) => pullInTurn(() => pull(cursor)),
    'line:probe': createProbe(ask),
  }
}
