export const problems = {
  closedTitle: 'This terminal cannot work right now',
  kept: 'What was already recorded is not lost.',
  tell: 'Please tell a member of staff, and give them this code:',
  configuration: 'It has not been set up completely.',
  journal: 'It cannot keep anything safely at the moment, so it takes nothing.',
  clock: 'Its clock is not right.',
  terminal: 'The prison server does not know it.',
  other: 'Something in it has stopped working.',
  crashTitle: 'This screen has stopped',
  crashText: 'Nothing you confirmed is lost. Start again to go on.',
  startAgain: 'Start again',
  code: 'Code {{code}}',
} as const
