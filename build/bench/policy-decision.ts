import { FiltersEngine, Request } from '@ghostery/adblocker'
import { z } from 'zod'
import { must } from '#shared/errors/must.ts'
import { compilePolicy } from '#shared/policy/compile-policy.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import { alternate, type Figure, median, ratioFigure, timed } from './measure.ts'
import { grantedTypes, listedHosts, policyOf, recordedRequests } from './policy-visits.ts'

const ROUNDS = 11
const FEW = 100
const MANY = 100_000
const sizes = [FEW, 10_000, MANY] as const

const requestsSchema = z.array(
  z.strictObject({ url: z.string(), type: z.enum(['xhr', ...grantedTypes]), initiator: z.string() }),
)
const requests = requestsSchema.parse(JSON.parse(recordedRequests()))

/** Whether the request numbered so may leave. */
type Decide = (number: number) => boolean

/**
 * Our decision beside `@ghostery/adblocker`, on the same allowlist and the same recorded requests, from the address as text
 * to yes or no.
 *
 * The allowlist is put to the peer as its language can say it: `|http` blocks everything, and one exception a site,
 * `@@||host^$types,domain=host`, with `|http://` blocked for ever because ours lists https only. Paths, queries, methods
 * and bodies it cannot say are left open in ours. Both read the address and the page's address anew for each request.
 */
export async function measurePolicyDecision(): Promise<Figure[]> {
  await warmUp()
  const figures: Figure[] = []
  const ours = new Map<number, Decide>()
  let disagreements = 0
  for (const size of sizes) {
    const [own, peer] = [ourDecision(size), peerDecision(size)]
    ours.set(size, own)
    disagreements += requests.filter((_request, number) => own(number) !== peer(number)).length
    figures.push(await besidePeer(size, own, peer))
  }
  return [...figures, await flatness(ours), agreement(disagreements)]
}

/** A gate runs for weeks, so nobody's first minute is measured. */
async function warmUp(): Promise<void> {
  await alternate(2 * ROUNDS, timeOf(ourDecision(FEW)), timeOf(peerDecision(FEW)))
}

function ourDecision(size: number): Decide {
  const policy = compilePolicy(policyOf(size))
  return number => evaluateRequest(policy, must(requests[number], 'a recorded request')).effect === 'allow'
}

/** What the peer calls our types, in a filter and of a request. */
const sameTypes = { stylesheet: 'stylesheet', script: 'script', image: 'image', font: 'font' } as const
const filterTypes = { ...sameTypes, subFrame: 'subdocument' } as const
const requestTypes = { ...sameTypes, subFrame: 'sub_frame', xhr: 'xhr' } as const

function peerDecision(size: number): Decide {
  const types = grantedTypes.map(type => filterTypes[type]).join(',')
  const exceptions = listedHosts(size).map(host => `@@||${host}^$${types},domain=${host}`)
  const engine = FiltersEngine.parse(['|http', '|http://$important', ...exceptions].join('\n'), {
    loadCosmeticFilters: false,
  })
  return number => {
    const { url, type, initiator } = must(requests[number], 'a recorded request')
    return !engine.match(Request.fromRawDetails({ url, type: requestTypes[type], sourceUrl: initiator })).match
  }
}

/** Milliseconds all requests take. */
function timeOf(decide: Decide): () => Promise<number> {
  return () =>
    timed(() => {
      let allowed = 0
      for (let number = 0; number < requests.length; number += 1) if (decide(number)) allowed += 1
      return Promise.resolve(allowed)
    })
}

const microseconds = (milliseconds: readonly number[]): number => (median(milliseconds) * 1000) / requests.length

async function besidePeer(size: number, own: Decide, peer: Decide): Promise<Figure> {
  const times = await alternate(ROUNDS, timeOf(own), timeOf(peer))
  return ratioFigure(
    `policy decision among ${size.toLocaleString('en')} rules`,
    { ours: microseconds(times.ours), theirs: microseconds(times.theirs), unit: 'µs', peer: '@ghostery/adblocker' },
    { atMost: 0.25 },
  )
}

async function flatness(ours: ReadonlyMap<number, Decide>): Promise<Figure> {
  const none: Decide = () => false
  const times = await alternate(ROUNDS, timeOf(ours.get(MANY) ?? none), timeOf(ours.get(FEW) ?? none))
  return ratioFigure(
    `policy decision, ${MANY.toLocaleString('en')} rules to ${FEW}`,
    { ours: microseconds(times.ours), theirs: microseconds(times.theirs), unit: 'µs', peer: `of ours, ${FEW} rules` },
    { atMost: 1.5 },
  )
}

function agreement(disagreements: number): Figure {
  return {
    what: 'policy decisions that differ from the peer’s',
    value: `${disagreements}`,
    peer: `of ${(requests.length * sizes.length).toLocaleString('en')}`,
    ratio: null,
    reach: 'none',
    isReached: disagreements === 0,
  }
}
