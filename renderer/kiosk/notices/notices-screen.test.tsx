import type { NoticeId } from '#shared/contracts/ids.ts'
import { noticeSchema } from '#shared/contracts/notice.ts'
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { button, createLoadingKiosk, showScreen, whereNow } from '../testing/show-screen.tsx'
import { NoticesScreen } from './notices-screen.tsx'

const inEnglish = (en: string) => ({ fr: en, nl: en, de: en, en })
const water = noticeSchema.parse({
  id: 'water',
  important: true,
  publishedAt: '2026-03-01T10:00:00Z',
  until: '2026-03-09T10:00:00Z',
  title: inEnglish('Water is cut off'),
  body: inEnglish('On Thursday from 9 to 12.\n\nPlease keep some in a bottle.'),
})
const football = noticeSchema.parse({
  ...water,
  id: 'football',
  important: false,
  publishedAt: '2026-02-27T10:00:00Z',
  title: inEnglish('Football'),
})
const notices = [football, water]

function show(noticeId?: string, facts: FakeKioskFacts = {}) {
  const markNoticeRead = vi.fn<(id: NoticeId) => void>()
  const shown = showScreen(<NoticesScreen noticeId={noticeId} />, { notices, markNoticeRead, ...facts })
  return { ...shown, markNoticeRead }
}

test('lists the newest first and says which are new and which are important', () => {
  show(undefined, { noticesRead: [football.id] })
  const [first, second] = screen.getAllByRole('listitem')
  expect(first?.textContent).toBe('Water is cut offNewImportantSunday 1 March')
  expect(second?.textContent).toBe('FootballFriday 27 February')
})

test('opens one by its card', async () => {
  const { user, markNoticeRead } = show()
  await user.click(button(/Football/))
  expect(whereNow()).toBe('{"place":"notices","noticeId":"football"}')
  expect(markNoticeRead).not.toHaveBeenCalled()
})

test('shows one whole, paragraph by paragraph, and marks it read once', () => {
  const { markNoticeRead } = show('water')
  const article = within(screen.getByRole('article'))
  expect(article.getByText('On Thursday from 9 to 12.').tagName).toBe('P')
  expect(article.getByText('Please keep some in a bottle.').tagName).toBe('P')
  expect(article.getByText('Shown here until Monday 9 March')).toBeDefined()
  expect(screen.getByText('Published Sunday 1 March')).toBeDefined()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Water is cut off' }))
  expect(markNoticeRead).toHaveBeenCalledExactlyOnceWith('water')
})

test('does not mark again what was read', () => {
  const { markNoticeRead } = show('water', { noticesRead: [water.id] })
  expect(markNoticeRead).not.toHaveBeenCalled()
})

test('goes back to the list', async () => {
  const { user } = show('water')
  await user.click(button('Back'))
  expect(whereNow()).toBe('{"place":"notices"}')
})

test('says that a notice is over and leads to the others', async () => {
  const { user, markNoticeRead } = show('gone')
  expect(screen.getByRole('heading', { name: 'This notice is over' })).toBeDefined()
  expect(markNoticeRead).not.toHaveBeenCalled()
  await user.click(button('To the list'))
  expect(whereNow()).toBe('{"place":"notices"}')
})

test('says what would be here while there is none', () => {
  show(undefined, { notices: [] })
  expect(screen.getByRole('heading', { name: 'No notices' })).toBeDefined()
  expect(screen.queryByRole('list')).toBeNull()
})

test('does not say that there is none before the first copy', () => {
  show(undefined, { notices: [], line: { hasCopy: false } })
  expect(screen.queryByText('No notices')).toBeNull()
  expect(screen.getByRole('heading', { name: 'Not known here yet' })).toBeDefined()
})

test('shows the shape of what comes while it is read', () => {
  showScreen(<NoticesScreen />, {}, createLoadingKiosk())
  expect(screen.getByLabelText('Loading')).toBeDefined()
})
