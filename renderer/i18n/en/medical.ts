export const medical = {
  title: 'Medical',
  empty: {
    title: 'No form here yet',
    text: 'Here you ask for a doctor, a nurse, a dentist, a psychologist or an optician.',
  },
} as const
