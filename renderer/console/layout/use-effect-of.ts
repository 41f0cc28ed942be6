import type { Effect as OrderEffect } from '#shared/contracts/staff.ts'
import { type OrderIntent, orderIntentSchema } from '#shared/directive/order.ts'
import { useEffect, useState } from 'react'
import { type ApiFailure, codeOf } from '../api/api-error.ts'
import { useConsole } from '../api/console-context.tsx'

/** How long a choice has to rest before the server is asked about it, in milliseconds. */
const REST_MS = 150

export interface KnownEffect {
  readonly effect: OrderEffect | undefined
  readonly failure: ApiFailure | undefined
}

interface Answer extends KnownEffect {
  readonly of: string
}

/** What an order would do, asked again whenever it changes. Never that of another order. */
export function useEffectOf(intent: OrderIntent | undefined): KnownEffect {
  const { api, state } = useConsole()
  const [answer, setAnswer] = useState<Answer>()
  const text = intent === undefined ? '' : JSON.stringify(intent)
  // Asked again when another warden changed something.
  const key = `${state.version} ${text}`
  useEffect(() => {
    if (text === '') return undefined
    const answerIfCurrent = { isCurrent: true }
    const keep = (known: KnownEffect) => {
      if (answerIfCurrent.isCurrent) setAnswer({ ...known, of: key })
    }
    const timer = setTimeout(() => {
      api.describeEffect(orderIntentSchema.parse(JSON.parse(text))).then(
        effect => keep({ effect, failure: undefined }),
        (error: unknown) => keep({ effect: undefined, failure: codeOf(error) }),
      )
    }, REST_MS)
    return () => {
      answerIfCurrent.isCurrent = false
      clearTimeout(timer)
    }
  }, [api, key, text])
  return answer?.of === key ? answer : { effect: undefined, failure: undefined }
}
