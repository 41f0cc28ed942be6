export const requests = {
  title: 'My requests',
  empty: {
    title: 'No requests yet',
    text: 'Everything you order or ask for appears here, with where it stands.',
  },
} as const
