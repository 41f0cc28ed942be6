export const canteen = {
  title: 'Canteen',
  empty: {
    title: 'No goods here yet',
    text: 'The list of goods appears here as soon as this terminal has received it from the prison.',
  },
} as const
