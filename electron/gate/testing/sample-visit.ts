import { jobsPolicy } from '#shared/policy/testing/jobs-policy.ts'
import { prepareVisit, type Visit } from '../visit.ts'

/** A visit to the job site. */
export function sampleVisit(): Visit {
  const visit = prepareVisit(jobsPolicy(), 'jobs', () => ({ today: '2026-03-01' }))
  if (visit === undefined) throw new Error('the sample has no such site')
  return visit
}
