import type { Temporal } from 'temporal-polyfill'
import type { Notice } from '#shared/contracts/notice.ts'
import { dailyLife } from './rows/daily-life.ts'
import { services } from './rows/services.ts'
import { toNotice } from './notice-row.ts'

/** What hangs on the board `today`, newest first. */
export function createNotices(today: Temporal.PlainDate): readonly Notice[] {
  return [...dailyLife, ...services]
    .toSorted((a, b) => a.publishedDaysAgo - b.publishedDaysAgo)
    .map(row => toNotice(row, today))
}
