import { is, type MachineCheck, SET_UP_AGAIN } from './machine-check.ts'

const outside = 'A kiosk that was taken over could start programs outside its profile and its limits.'

/** What keeps a kiosk that was taken over where it is. */
export const confinementChecks: readonly MachineCheck[] = [
  {
    check: 'session.managers',
    fact: 'session.managers',
    about: 'service managers beside the machine’s own',
    want: 'none',
    isRight: is('none'),
    means: outside,
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'unit.user',
    fact: 'unit.user@.service',
    about: 'an account’s own service manager',
    want: 'masked',
    isRight: is('masked', 'masked-runtime'),
    means: outside,
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'session.limits',
    fact: 'session.limits',
    about: 'limits of the kiosk’s processes, all together',
    want: 'DevicePolicy=closed, IPAddressDeny for all, TasksMax=512',
    isRight: got => /^DevicePolicy=closed IPAddressDeny=.*\b0\.0\.0\.0\/0.* TasksMax=512$/.test(got),
    means:
      'A kiosk that was taken over could open other devices, reach other addresses, or bring the machine to a halt.',
    remedy: SET_UP_AGAIN,
  },
]
