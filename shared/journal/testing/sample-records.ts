import type { NewRecord } from '../journal-record.ts'

/** An operation's id, readable in a failure. */
export function operationId(n: number): string {
  return `0190a5e2-0000-7000-8000-${String(n).padStart(12, '0')}`
}

export function operation(n: number, text = `line ${n}`): NewRecord {
  return { type: 'operation', payload: { id: operationId(n), kind: 'canteen.order', body: { text } } }
}

export function settled(n: number, status: string): NewRecord {
  return { type: 'settled', payload: { id: operationId(n), verdict: { status, operationId: operationId(n) } } }
}

export function discarded(n: number): NewRecord {
  return { type: 'discarded', payload: { id: operationId(n) } }
}
