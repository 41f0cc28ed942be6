export const notices = {
  title: 'Notices',
  empty: {
    title: 'No notices',
    text: 'What the prison announces appears here.',
  },
  new: 'New',
  important: 'Important',
  published: 'Published {{when}}',
  until: 'Until {{when}}',
  gone: {
    title: 'This notice is over',
    text: 'It is no longer in force. The others are in the list.',
    action: 'To the list',
  },
} as const
