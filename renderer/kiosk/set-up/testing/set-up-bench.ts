import { FakeBridge } from '#renderer/data/testing/fake-bridge.ts'
import { HeldClock } from '#renderer/data/testing/held-clock.ts'
import type { EnrolmentCode } from '#shared/contracts/enrolment.ts'
import type { LookedAtCode } from '#shared/contracts/enrolment-channels.ts'
import { type ErrorCode, GuichetError } from '#shared/errors/guichet-error.ts'
import { createSetUp } from '../set-up-store.ts'

export const CODE: EnrolmentCode = '7K2MQX4D9RTA'
export const WRITTEN_CODE = '7K2M-QX4D-9RTA'
export const ADDRESS = '10.0.0.5:7443'
export const words = ['area', 'fold', 'same', 'earn', 'zero', 'route']
export const fingerprint = 'ab'.repeat(32)
export const sheetText = `GUICHET:1:10.0.0.5:7443:${CODE}:${fingerprint.toUpperCase()}`

export const looked: LookedAtCode = {
  status: 'found',
  terminal: { name: 'A-12', cell: 'A-12', wing: 'Wing A' },
  prison: { names: { fr: 'Prison de Valmont', nl: 'Gevangenis', de: 'Anstalt', en: 'Prison of Valmont' } },
  expiresAt: '2030-01-01T00:00:00.000Z',
}

/** A new terminal whose main process finds one server and knows one code. */
export function openSetUpBench() {
  const main = new FakeBridge()
  main.overrides = {
    'enrolment:begin': () => ({ server: null, code: null, isUnderWay: false }),
    'enrolment:find-server': ({ fingerprint: given }) => ({ address: ADDRESS, words: given === null ? words : null }),
    'enrolment:look': () => looked,
    'enrolment:take-in': () => ({}),
  }
  const clock = new HeldClock()
  const setUp = createSetUp(main, clock)
  return {
    main,
    clock,
    setUp,
    state: setUp.store.getState,
    asked: () => main.calls.map(({ name }) => name),
    /** What lies on the terminal when its page begins. */
    lies: (known: { readonly code: EnrolmentCode | null; readonly isUnderWay: boolean }) => {
      const server = { address: ADDRESS, words: null }
      main.overrides = { ...main.overrides, 'enrolment:begin': () => ({ server, ...known }) }
    },
    /** From now on this channel is refused so. */
    refuse: (name: 'enrolment:find-server' | 'enrolment:look' | 'enrolment:take-in', code: ErrorCode) => {
      main.overrides = {
        ...main.overrides,
        [name]: () => {
          throw new GuichetError(code, 'refused')
        },
      }
    },
  }
}
