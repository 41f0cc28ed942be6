import { z } from 'zod'

/**
 * What a packaged program can say of itself, as `build/package/make-stamp.mjs` writes it beside the main process and into the
 * server's folder. A program that runs from a checkout has none.
 */
export const buildStampSchema = z.strictObject({
  version: z.literal(1),
  /** `0.1.0`, or `0.1.0-dev.20261123062900.gab12cd34` for development. */
  release: z.string().regex(/^[0-9A-Za-z.+-]{1,80}$/),
  /** Made for trying things out: signed by a key that anybody may have, or on a runtime that is not to be shipped. */
  isDevelopment: z.boolean(),
  electron: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/),
  runtime: z.enum(['fallback', 'pinned']),
  commit: z.string().regex(/^(?:[0-9a-f]{40}|unknown)$/),
  /** Files differed from that commit. */
  isChanged: z.boolean(),
  /** The time of the commit. */
  builtAt: z.iso.datetime(),
  /** Public half of the key that signed the installation, PEM. */
  releaseKey: z.string().startsWith('-----BEGIN PUBLIC KEY-----'),
})
export type BuildStamp = z.output<typeof buildStampSchema>
