import {
  inmateIdSchema,
  operationIdSchema,
  orderWindowIdSchema,
  prisonIdSchema,
  productIdSchema,
  terminalIdSchema,
  type OperationId,
} from '#shared/contracts/ids.ts'
import type { OperationOf } from '#shared/contracts/operation.ts'
import type { Person, RosterEntry } from '#shared/contracts/person.ts'
import { v7 } from 'uuid'

export const prisonId = prisonIdSchema.parse('0d3c6a52-0a4e-4d0e-9d4c-9d3b6f2f5a01')
export const terminalId = terminalIdSchema.parse('5f0c1c1e-5a55-4b3e-8f7d-6a1f6a9c7b02')
export const otherTerminalId = terminalIdSchema.parse('9a3e2b7c-1d2f-4c5a-b6e7-0f1a2b3c4d05')

export const amara: Person = {
  inmateId: inmateIdSchema.parse('1b2d4c1e-77aa-4f60-8e42-0a7be0c0de03'),
  number: '4711',
  givenName: 'Amara',
  language: 'fr',
}
export const bilal: Person = {
  inmateId: inmateIdSchema.parse('2c3e5d2f-88bb-4a71-9f53-1b8cf1d1ef04'),
  number: '812',
  givenName: 'Bilal',
  language: 'nl',
}

export const newId = (): OperationId => operationIdSchema.parse(v7())

export function rosterEntry(person: Person, pinVerifier: string): RosterEntry {
  return { ...person, pinVerifier }
}

export function sampleOrder(changes: Partial<OperationOf<'canteen.order'>> = {}): OperationOf<'canteen.order'> {
  return {
    id: newId(),
    inmateId: amara.inmateId,
    terminalId,
    recordedAt: '2026-11-22T09:00:00.000Z',
    kind: 'canteen.order',
    body: {
      windowId: orderWindowIdSchema.parse('week-48'),
      lines: [{ productId: productIdSchema.parse('coffee'), quantity: 2, seenUnitPriceCents: 249 }],
      replaces: null,
    },
    ...changes,
  }
}

export function sampleReminder(changes: Partial<OperationOf<'request.remind'>> = {}): OperationOf<'request.remind'> {
  return {
    id: newId(),
    inmateId: amara.inmateId,
    terminalId,
    recordedAt: '2026-11-22T09:00:00.000Z',
    kind: 'request.remind',
    body: { requestId: newId() },
    ...changes,
  }
}
