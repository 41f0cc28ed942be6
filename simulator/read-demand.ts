import { type OrderWindow, orderWindowSchema, type Product, productSchema } from '#shared/contracts/catalogue.ts'
import { type InmateId, inmateIdSchema, orderWindowIdSchema } from '#shared/contracts/ids.ts'
import { must } from '#shared/errors/must.ts'
import type { Database } from '#server/database/open-database.ts'
import { currentMedicalKey } from '#server/medical/service-key.ts'
import type { FleetTerminal } from './fleet.ts'
import type { Demand } from './queue-operations.ts'

/** What can be asked for now, for a terminal with people in its cell; `undefined` where nobody lives there. */
export type DemandOf = (terminal: FleetTerminal) => Demand | undefined

/** Reads what is for sale, in which window, who lives where, and whom medical texts are sealed to. */
export async function readDemand(database: Database): Promise<DemandOf> {
  const products = await readProducts(database)
  const window = await readWindow(database)
  const medicalKey = await currentMedicalKey(database)
  const stays = await database
    .selectFrom('cell_stays')
    .select(['cell_id as cellId', 'inmate_id as inmateId'])
    .where('until', 'is', null)
    .execute()
  const people = new Map<string, InmateId[]>()
  for (const { cellId, inmateId } of stays) {
    people.set(cellId, [...(people.get(cellId) ?? []), inmateIdSchema.parse(inmateId)])
  }
  return ({ id: terminalId, cellId }) => {
    const inmateIds = people.get(cellId)
    return inmateIds === undefined ? undefined : { terminalId, inmateIds, products, window, medicalKey }
  }
}

async function readProducts(database: Database): Promise<readonly Product[]> {
  const rows = await database.selectFrom('products').selectAll().where('price_cents', '>', 0).orderBy('id').execute()
  return rows.map(row =>
    productSchema.parse({
      id: row.id,
      categoryId: row.category_id,
      names: row.names,
      unit: row.unit,
      picture: row.picture,
      priceCents: row.price_cents,
      stock: row.stock,
      maxPerOrder: row.max_per_order,
      maxPerWindow: row.max_per_window,
      allergens: row.allergens,
    }),
  )
}

async function readWindow(database: Database): Promise<OrderWindow> {
  const now = new Date()
  const row = await database
    .selectFrom('order_windows')
    .selectAll()
    .where('opens_at', '<=', now)
    .where('closes_at', '>', now)
    .orderBy('closes_at')
    .executeTakeFirst()
  const found = must(row, 'an order window that is open now')
  return orderWindowSchema.parse({
    id: orderWindowIdSchema.parse(found.id),
    opensAt: found.opens_at.toISOString(),
    closesAt: found.closes_at.toISOString(),
    lateUntil: found.late_until.toISOString(),
    deliveryDay: found.delivery_day,
    maxTotalCents: found.max_total_cents,
  })
}
