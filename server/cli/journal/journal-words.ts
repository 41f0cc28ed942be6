import type { OperationKind } from '#shared/contracts/operation.ts'
import type { Rejection, Verdict } from '#shared/contracts/verdict.ts'
import type { JournalReport, ReportedOperation } from '../../recovery/report.ts'
import { momentWords } from '../moment-words.ts'

const kinds: Readonly<Record<OperationKind, string>> = {
  'canteen.order': 'canteen order',
  'medical.appointment': 'medical request, stays sealed',
  'web.page-request': 'request for a page',
  'request.withdraw': 'withdrawal of a request',
  'request.remind': 'reminder of a request',
}

const rejections: Readonly<Record<Rejection['code'], string>> = {
  OPERATION_INVALID: 'it is not a request this server understands',
  OPERATION_ID_REUSED: 'another request has its number already; it is kept for somebody to look at',
  OPERATION_NOT_YOURS: 'it was recorded on another terminal, or by somebody who never stayed in its cell',
  ORDER_WINDOW_UNKNOWN: 'the order window it names does not exist',
  ORDER_WINDOW_CLOSED: 'the order window is over',
  ORDER_PRODUCT_UNKNOWN: 'a product is not sold any more',
  ORDER_STOCK_SHORT: 'there is not enough of a product left',
  ORDER_LIMIT_REACHED: 'there is a limit to how many of a product one may have',
  ORDER_TOTAL_LIMIT_REACHED: 'there is a limit to what one may spend',
  ORDER_BALANCE_SHORT: 'there is not enough money on the account',
  ORDER_PRICE_ROSE: 'a price has risen since; the inmate has to confirm it again',
  MEDICAL_KEY_UNKNOWN: 'it is sealed to a key that the medical service does not have',
  REQUEST_UNKNOWN: 'there is no such request',
  REQUEST_TOO_LATE: 'it is too late for that: the request is handled already',
  REQUEST_REMINDED_ALREADY: 'somebody has been reminded already',
}

/** What became of an operation, in words. */
export function verdictWords(verdict: Verdict): string {
  if (verdict.status === 'applied') return 'received now'
  if (verdict.status === 'duplicate') return 'the prison had it already; nothing changed'
  if (verdict.status === 'rejected') return `refused: ${rejections[verdict.rejection.code]}`
  if (verdict.status === 'deferred') return 'could not be decided now; run this again'
  return 'cannot be read; keep the disk and ask for help'
}

/** What lies in a journal, and what became of it, line by line. */
export function reportWords(report: JournalReport, timeZone: string): string[] {
  const { terminal, operations, folder } = report
  const state = terminal.revokedAt === null ? 'not revoked' : `revoked on ${momentWords(terminal.revokedAt, timeZone)}`
  return [
    `The journal of terminal ${terminal.name} (${state}), in ${folder}.`,
    sealWords(report),
    countWords(report, timeZone),
    ...operations.map(operation => `  ${operationWords(operation, timeZone)}`),
    ...refusedWords(report),
    ...damageWords(report),
    report.isCheck ? 'Nothing was changed: this was a look.' : resultWords(operations),
  ]
}

function sealWords({ version, recoveryKeyId }: JournalReport): string {
  if (version === 1) return 'It is of version 1, which is not sealed: what it holds lies in clear on this disk.'
  if (version === undefined) return 'No header of it is whole, so what is sealed in it cannot be opened.'
  return `It is sealed, and the recovery key ${recoveryKeyId} opens it.`
}

function countWords({ operations, isCheck }: JournalReport, timeZone: string): string {
  if (operations.length === 0) return 'Nothing in it still has to be sent.'
  const times = operations.flatMap(({ recordedAt }) => recordedAt ?? []).toSorted()
  const people = new Set(operations.map(({ inmateId }) => inmateId)).size
  const span = times.length === 0 ? '' : `, recorded ${spanWords(times[0] ?? '', times.at(-1) ?? '', timeZone)}`
  return `${plural(operations.length, 'operation')} of ${plural(people, 'person', 'people')} ${isCheck ? 'still to be sent' : 'had still to be sent'}${span}:`
}

function spanWords(first: string, last: string, timeZone: string): string {
  const from = momentWords(first, timeZone)
  const to = momentWords(last, timeZone)
  return from === to ? `at ${from}` : `from ${from} to ${to}`
}

function operationWords(operation: ReportedOperation, timeZone: string): string {
  const { recordedAt, kind, inmateNumber, verdict } = operation
  const when = recordedAt === null ? 'at an unknown time' : momentWords(recordedAt, timeZone)
  const what = kind === null ? 'something that cannot be read' : kinds[kind]
  const head = `${when}  no. ${(inmateNumber ?? 'unknown').padEnd(8)}  ${what}`
  return verdict === null ? head : `${head}: ${verdictWords(verdict)}`
}

function refusedWords({ refusedBefore }: JournalReport): string[] {
  if (refusedBefore === 0) return []
  return [`${plural(refusedBefore, 'operation')} the prison had refused before: not sent again.`]
}

function damageWords({ damaged, restored, isTailTorn, otherKeyId, setAside }: JournalReport): string[] {
  return [
    ...(setAside.length === 0
      ? []
      : [`It was damaged before: keep ${setAside.join(', ')}. What was whole in them is in the journal.`]),
    ...(damaged === 0 ? [] : [`${plural(damaged, 'record')} damaged, of which the older file gave back ${restored}.`]),
    ...(isTailTorn
      ? ['Its end is torn: one write was under way when it stopped, which nobody was told was recorded.']
      : []),
    ...(otherKeyId === undefined
      ? []
      : [`The older of the two files is sealed to another recovery key, ${otherKeyId}, and was not read.`]),
    ...(damaged === 0 && !isTailTorn ? ['Nothing in it is damaged.'] : []),
  ]
}

function resultWords(operations: readonly ReportedOperation[]): string {
  const count = (...statuses: readonly Verdict['status'][]) =>
    operations.filter(({ verdict }) => verdict !== null && statuses.includes(verdict.status)).length
  const parts = [
    `${count('applied')} received now`,
    `${count('duplicate')} had been received before`,
    `${count('rejected')} refused`,
    `${count('deferred', 'unreadable')} left`,
  ]
  return `${parts.join(', ')}.`
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
