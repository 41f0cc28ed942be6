import type { NoticeId } from '#shared/contracts/ids.ts'
import type { Notice } from '#shared/contracts/notice.ts'
import type { NoticesView, NoticeView } from './notice-view.ts'

/** Which notices are in force, and which of them this person has read. */
export function evaluateNotices(
  notices: readonly Notice[],
  read: ReadonlySet<NoticeId>,
  nowMs: number,
): Omit<NoticesView, 'markRead'> {
  const inForce: readonly NoticeView[] = notices
    .filter(({ publishedAt, until }) => Date.parse(publishedAt) <= nowMs && nowMs < Date.parse(until))
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || (a.id < b.id ? -1 : 1))
    .map(notice => ({ ...notice, isRead: read.has(notice.id) }))
  return {
    notices: inForce,
    unreadCount: inForce.filter(({ isRead }) => !isRead).length,
    pressing: inForce.find(({ important, isRead }) => important && !isRead) ?? null,
  }
}
