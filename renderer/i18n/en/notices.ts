export const notices = {
  title: 'Notices',
  empty: {
    title: 'No notices',
    text: 'What the prison announces appears here.',
  },
} as const
