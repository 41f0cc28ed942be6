import type { Notice } from '#shared/contracts/notice.ts'
import type { NoticeId } from '#shared/contracts/ids.ts'

export interface NoticeView extends Notice {
  readonly isRead: boolean
}

export interface NoticesView {
  /** Those in force, newest first. */
  readonly notices: readonly NoticeView[]
  readonly unreadCount: number
  /** The newest important one this person has not read: it sits on top of the home page. */
  readonly pressing: NoticeView | null
  readonly markRead: (id: NoticeId) => void
}
