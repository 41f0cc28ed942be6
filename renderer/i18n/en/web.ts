export const web = {
  title: 'Web',
  empty: {
    title: 'No site is open',
    text: 'The sites the prison has approved appear here.',
  },
} as const
