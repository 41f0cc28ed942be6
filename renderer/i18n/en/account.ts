export const account = {
  title: 'Account',
  empty: {
    title: 'Nothing booked yet',
    text: 'What comes in and what goes out appears here.',
  },
} as const
