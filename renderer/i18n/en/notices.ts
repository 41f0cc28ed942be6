export const notices = {
  title: 'Notices',
  empty: {
    title: 'No notices',
    text: 'What the prison announces appears here.',
  },
  unknown: {
    title: 'Not known here yet',
    text: 'Notices appear here as soon as this terminal has received them from the prison.',
  },
  new: 'New',
  important: 'Important',
  published: 'Published {{when}}',
  until: 'Shown here until {{when}}',
  gone: {
    title: 'This notice is over',
    text: 'It is no longer in force. The others are in the list.',
    action: 'To the list',
  },
} as const
