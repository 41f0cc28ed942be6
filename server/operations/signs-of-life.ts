import type { ServerResponse } from 'node:http'

/** Well within what a terminal waits in silence (15 s). */
const EVERY_MS = 5000

/**
 * Says now and then that an answer is being worked on: `102 Processing` (RFC 2518 §10.1), until it is sent.
 *
 * After a power cut all terminals come at once, and the last of them waits half a minute for its turn. One that heard nothing
 * could not tell that from a dead line, would ask again, and have everything done for nothing.
 */
export function giveSignsOfLife(response: ServerResponse, everyMs = EVERY_MS): void {
  const timer = setInterval(() => {
    if (!response.headersSent) response.writeProcessing()
  }, everyMs)
  response.once('close', () => {
    clearInterval(timer)
  })
}
