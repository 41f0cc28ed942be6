import type { Temporal } from 'temporal-polyfill'
import { requestIdSchema } from '#shared/contracts/ids.ts'
import type { SampleInmate } from '../people/inmates.ts'
import { instantOf, laterBy, timeBetween } from '../prison-time.ts'
import { stableIdAt, stableNumber } from '../stable-id.ts'
import type { SampleMedicalRequest } from './request.ts'

/** Of three inmates one has asked for the medical service, some of them twice. */
const howMany = [0, 0, 0, 0, 1, 2] as const

function answeredRequest(name: string, inmate: SampleInmate, day: Temporal.PlainDate): SampleMedicalRequest {
  const recordedAt = instantOf(day, timeBetween(`recorded:${name}`, 8, 22))
  const dayOfAnswer = day.add({ days: stableNumber(`answered:${name}`, 2, 5) })
  return {
    id: requestIdSchema.parse(stableIdAt(name, recordedAt)),
    inmateId: inmate.id,
    kind: 'medical',
    recordedAt,
    history: [
      { state: 'received', at: laterBy(recordedAt, stableNumber(`received:${name}`, 1, 5)) },
      { state: 'in-hand', at: instantOf(day.add({ days: 1 }), timeBetween(`in hand:${name}`, 8, 10)) },
      { state: 'answered', at: instantOf(dayOfAnswer, timeBetween(`answer time:${name}`, 9, 17)) },
    ],
  }
}

/** What `inmate` asked of the medical service in the ten weeks before `today`, all of it answered by then. */
export function createMedicalRequests(
  inmate: SampleInmate,
  today: Temporal.PlainDate,
): readonly SampleMedicalRequest[] {
  const count = howMany[stableNumber(`medical:${inmate.number}`, 0, howMany.length - 1)] ?? 0
  return Array.from({ length: count }, (_, index) => {
    const name = `medical:${inmate.number}:${index}`
    return answeredRequest(name, inmate, today.subtract({ days: stableNumber(name, 6, 70) }))
  })
}
