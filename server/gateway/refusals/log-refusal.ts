import type { FastifyBaseLogger } from 'fastify'
import type { ReportRefusal } from './gateway-refusal.ts'

/** Writes one line for each refusal: why, where and for which terminal. No path, no query, no name. */
export function logRefusal(log: FastifyBaseLogger): ReportRefusal {
  return ({ terminalId }, { reason, siteId, ruleId, host, method, type }) => {
    log.info({ terminalId, reason, siteId, ruleId, host, method, type }, 'web request refused')
  }
}
