import { v7 as uuidv7 } from 'uuid'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import { type Operation, operationSchema } from '#shared/contracts/operation.ts'

/** An order of three products as the journal records it. */
export function sampleOrder(round: number): Operation {
  return operationSchema.parse({
    id: uuidv7(),
    inmateId: inmateIdSchema.parse('6f1c0a52-40a3-4d0b-9a35-0d8f2f7f9b11'),
    terminalId: terminalIdSchema.parse('0b8f6f0e-54ac-4a0e-8b39-4f6d1c2b7a90'),
    recordedAt: new Date(1_800_000_000_000 + round * 1000).toISOString(),
    kind: 'canteen.order',
    body: {
      windowId: 'week-48',
      lines: ['coffee-ground-500', 'sugar-1kg', 'milk-1l'].map(productId => ({
        productId,
        quantity: 2,
        seenUnitPriceCents: 320,
      })),
      replaces: null,
    },
  })
}
