import { z } from 'zod'

/**
 * One request as either gate sees it. `type` is Chromium's resource type, `initiator` the address or origin of the page
 * that causes it; without one the request was started by the terminal itself or nothing is known of its page.
 */
export const policyRequestSchema = z.strictObject({
  url: z.string(),
  method: z.string().optional(),
  type: z.string().optional(),
  initiator: z.string().optional(),
  contentType: z.string().optional(),
  body: z.string().optional(),
})
export type PolicyRequest = z.output<typeof policyRequestSchema>
