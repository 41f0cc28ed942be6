import { z } from 'zod'
import { noticeIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'
import { localTextSchema } from './language.ts'

/** A published text. `body` is plain text; an empty line starts a paragraph. */
export const noticeSchema = z.strictObject({
  id: noticeIdSchema,
  important: z.boolean(),
  publishedAt: instantSchema,
  until: instantSchema,
  title: localTextSchema,
  body: localTextSchema,
})
export type Notice = z.output<typeof noticeSchema>
