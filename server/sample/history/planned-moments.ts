import type { Temporal } from 'temporal-polyfill'
import type { SampleInmate } from '../people/inmates.ts'
import { earliestFirst, instantOf, timeBetween } from '../prison-time.ts'
import { stableNumber } from '../stable-id.ts'
import type { Habit } from './habits.ts'
import type { Past, PastWindow } from './past.ts'

const WAGES_DAY = 5

/** Something that will happen to an account, if there is money for it. */
export type Moment =
  | {
      readonly kind: 'opening' | 'wages' | 'deposit'
      readonly at: string
      readonly amountCents: number
      readonly note?: string
    }
  | { readonly kind: 'phone'; readonly at: string; readonly amountCents: number }
  | { readonly kind: 'order'; readonly at: string; readonly pastWindow: PastWindow }

function isChosen(name: string, percent: number): boolean {
  return stableNumber(name, 1, 100) <= percent
}

/** Wages are for the month before. */
function wages(habit: Habit, day: Temporal.PlainDate): Moment {
  const note = day.subtract({ months: 1 }).toString().slice(0, 7)
  return { kind: 'wages', at: instantOf(day, '07:00'), amountCents: habit.wagesCents, note }
}

function opening(inmate: SampleInmate, habit: Habit, day: Temporal.PlainDate): Moment {
  const amountCents = habit.keepsCents + stableNumber(`opening:${inmate.number}`, 300, 3_000)
  return { kind: 'opening', at: instantOf(day, '06:00'), amountCents }
}

function income(inmate: SampleInmate, habit: Habit, days: readonly Temporal.PlainDate[]): readonly Moment[] {
  const firstDeposit = stableNumber(`first deposit:${inmate.number}`, 1, habit.depositEveryDays - 1)
  const sender = `${String.fromCodePoint(stableNumber(`sender:${inmate.number}`, 65, 90))}. ${inmate.familyName}`
  const moments: Moment[] = []
  for (const [index, day] of days.entries()) {
    if (index === 0) moments.push(opening(inmate, habit, day))
    if (habit.wagesCents > 0 && day.day === WAGES_DAY) moments.push(wages(habit, day))
    if (habit.depositCents > 0 && index % habit.depositEveryDays === firstDeposit) {
      moments.push({ kind: 'deposit', at: instantOf(day, '12:30'), amountCents: habit.depositCents, note: sender })
    }
  }
  return moments
}

function spending(inmate: SampleInmate, habit: Habit, pastWindow: PastWindow): readonly Moment[] {
  const { window, opensOn } = pastWindow
  const name = `${inmate.number}:${window.id}`
  const moments: Moment[] = []
  if (isChosen(`phones:${name}`, habit.phonePercent)) {
    const day = opensOn.add({ days: stableNumber(`phone day:${name}`, 0, 6) })
    const at = instantOf(day, timeBetween(`phone:${name}`, 17, 21))
    moments.push({ kind: 'phone', at, amountCents: -habit.phoneCents })
  }
  if (isChosen(`orders:${name}`, habit.orderPercent)) {
    const day = opensOn.add({ days: stableNumber(`order day:${name}`, 1, 6) })
    moments.push({ kind: 'order', at: instantOf(day, timeBetween(`order:${name}`, 8, 22)), pastWindow })
  }
  return moments
}

/** What `inmate` may receive and wants to spend in the past, in the order of time. */
export function planMoments(inmate: SampleInmate, habit: Habit, { days, windows }: Past): readonly Moment[] {
  const moments = [...income(inmate, habit, days), ...windows.flatMap(window => spending(inmate, habit, window))]
  return moments.toSorted(earliestFirst)
}
