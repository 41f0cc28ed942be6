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
  /**
   * How long a body is that this gate is told of and does not see, in bytes. Its type and size are judged here, its
   * fields by the other gate: so only a gate behind one that reads every body may set it. A body that is neither seen
   * nor announced is refused.
   */
  bodyBytes: z.int().min(0).optional(),
})
export type PolicyRequest = z.output<typeof policyRequestSchema>
