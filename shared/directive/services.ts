import { z } from 'zod'

/**
 * What a warden can close as a whole. `platform` is everything but medical requests: those need an order of their own, and a
 * second warden.
 */
export const services = ['web', 'canteen', 'medical', 'requests', 'complaints', 'notices', 'platform'] as const
export const serviceSchema = z.enum(services)
export type Service = z.output<typeof serviceSchema>
