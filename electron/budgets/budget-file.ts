import { inmateIdSchema } from '#shared/contracts/ids.ts'
import { z } from 'zod'

/** Addresses remembered at once, of everybody together. One more than these counts each time it is asked for. */
export const MOST_ADDRESSES = 20_000
/** Persons and sites counted at once. For one more, everything is spent. */
export const MOST_ACCOUNTS = 2_000

const characters = z.int().min(0)

/** What was carried out on one day, as it lies on the disk. Of an address, no more than its hash. */
export const budgetFileSchema = z.strictObject({
  version: z.literal(1),
  /** `YYYY-MM-DD`, the prison's. */
  day: z.iso.date(),
  accounts: z
    .array(
      z.strictObject({
        inmateId: inmateIdSchema,
        siteId: z.string().max(80),
        spent: z.strictObject({ query: characters, path: characters }),
        addresses: z.array(z.string().max(24)).max(MOST_ADDRESSES),
      }),
    )
    .max(MOST_ACCOUNTS),
})
export type BudgetFile = z.output<typeof budgetFileSchema>
