import { z } from 'zod'
import type { SquidAddress } from '../gateway/squid/squid-engine.ts'

/**
 * `embedded`, or `squid:127.0.0.1:3128`. Only loopback: whoever reaches that Squid says whose tunnel it is, and the way
 * there is not encrypted.
 */
export const gatewayOptionSchema = z
  .union([z.literal('embedded'), z.string().regex(/^squid:127\.0\.0\.1:[1-9]\d{0,4}$/)], {
    error: 'embedded, or squid:127.0.0.1:PORT',
  })
  .transform((text): SquidAddress | undefined =>
    text === 'embedded' ? undefined : { host: '127.0.0.1', port: Number(text.slice(text.lastIndexOf(':') + 1)) },
  )
  .refine(address => address === undefined || address.port <= 65_535, { error: 'a port is at most 65535' })
