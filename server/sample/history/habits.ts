import { must } from '#shared/errors/must.ts'
import { stableNumber } from '../stable-id.ts'

/** How an inmate comes by money and spends it. All amounts in cents. */
export interface Habit {
  /** Paid on the fifth for the month before; 0 for someone without work. */
  readonly wagesCents: number
  /** What a relative sends, and every how many days. */
  readonly depositCents: number
  readonly depositEveryDays: number
  /** What is left untouched, so that most accounts stand above it. */
  readonly keepsCents: number
  /** The most one order comes to, and in how many of a hundred weeks there is one. */
  readonly basketCents: number
  readonly orderPercent: number
  /** A top-up of the telephone, and in how many of a hundred weeks there is one. */
  readonly phoneCents: number
  readonly phonePercent: number
  /** What is left today, the rest having gone to the telephone yesterday; null leaves the account as it comes. */
  readonly endsWithCents: number | null
}

const base: Habit = {
  wagesCents: 0,
  depositCents: 0,
  depositEveryDays: 28,
  keepsCents: 2_300,
  basketCents: 5_500,
  orderPercent: 75,
  phoneCents: 500,
  phonePercent: 50,
  endsWithCents: null,
}

const worker: Habit = { ...base, wagesCents: 6_920, basketCents: 6_500, orderPercent: 85 }

const hasNothingLeft: Habit = { ...base, depositCents: 2_000, keepsCents: 0, basketCents: 1_800, endsWithCents: 0 }

const habits: readonly Habit[] = [
  worker,
  { ...base, depositCents: 5_000, depositEveryDays: 21 },
  { ...worker, wagesCents: 7_380, phoneCents: 1_000, keepsCents: 2_400 },
  { ...base, depositCents: 4_000, depositEveryDays: 18, keepsCents: 3_200 },
  hasNothingLeft,
  { ...worker, wagesCents: 7_900, basketCents: 9_000, phoneCents: 1_000, phonePercent: 70, keepsCents: 2_400 },
  { ...base, depositCents: 4_000, depositEveryDays: 30, orderPercent: 35 },
  { ...worker, depositCents: 1_500, depositEveryDays: 35, phoneCents: 1_000, phonePercent: 60 },
  { ...hasNothingLeft, keepsCents: 85, endsWithCents: 85 },
  { ...base, wagesCents: 4_360, depositCents: 3_000, keepsCents: 3_600 },
]

/** The habit of the inmate at `index`: given out in turn, then scaled a little, so that no two accounts are alike. */
export function habitOf(index: number, number: string): Habit {
  const habit = must(habits[index % habits.length], 'a habit')
  const percent = stableNumber(`habit:${number}`, 90, 115)
  const scaled = (cents: number): number => Math.round((cents * percent) / 100)
  return {
    ...habit,
    wagesCents: scaled(habit.wagesCents),
    keepsCents: scaled(habit.keepsCents),
    endsWithCents: habit.endsWithCents === null ? null : scaled(habit.endsWithCents),
  }
}
