const JOIN = /^#join=([\w-]{43})$/

/** The one-time token the page was opened with, taken out of the address bar and the history so that nobody finds it there. */
export function takeJoinToken(
  location: Pick<Location, 'hash' | 'pathname'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  const token = JOIN.exec(location.hash)?.[1]
  if (token !== undefined) history.replaceState(null, '', location.pathname)
  return token
}
