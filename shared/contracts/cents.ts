import { z } from 'zod'

/** Money is whole cents of euro, never a fraction. The bound keeps every sum an exact integer. */
export const centsSchema = z.int().min(-100_000_000).max(100_000_000)
export const priceCentsSchema = z.int().min(0).max(10_000_000)
