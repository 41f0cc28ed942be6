export const web = {
  title: 'Web',
  empty: {
    title: 'No site is open',
    text: 'The sites the prison has approved appear here.',
  },
  offline: {
    title: 'No connection: the web is closed',
    text: 'It opens again by itself when the connection is back. Everything else works.',
  },
  bar: {
    back: 'Back',
    start: 'First page',
    close: 'Close',
    loading: 'Loading the page',
  },
  use: {
    label: 'Use of this site today',
    share: '{{percent}}\u00a0% of today’s use',
    little: 'Little left today',
    spent: 'Spent for today',
  },
  refused: {
    title: 'This page is not open here',
    text: 'The prison has not approved it. The rest of the site is open.',
    code: 'Code {{code}}',
  },
  spent: {
    title: 'Today’s use of this site is spent',
    text: 'It opens again tomorrow. Pages you have read today still open.',
  },
  expired: {
    title: 'This site is no longer open',
    text: 'The prison’s approval has come to its end.',
  },
  siteClosed: {
    title: 'The prison has closed this site',
    text: 'It is closed for now. Other sites are open.',
  },
  ruleClosed: {
    title: 'The prison has closed this part of the site',
    text: 'It is closed for now. The rest of the site is open.',
  },
  ask: {
    action: 'Ask for this page',
    who: 'A technician reads your request, and sees the address of the page. The prison decides whether it opens.',
    asked: 'You asked for this page. You find it in My requests.',
    notRecorded: 'This could not be recorded. Please try again, or tell a member of staff.',
  },
  closed: {
    title: 'The site was closed',
    text: 'You can open it again from the list of sites.',
    action: 'To the sites',
  },
  unread: {
    title: 'The sites cannot be shown just now',
    text: 'Please try again in a moment.',
  },
  failed: {
    title: 'The site does not answer',
    text: 'Please try again later.',
    again: 'Try again',
  },
} as const
