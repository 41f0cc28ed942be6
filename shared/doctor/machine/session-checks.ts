import { has, is, type MachineCheck, SET_UP_AGAIN } from './machine-check.ts'

/**
 * Cage with `-s` lets the keyboard switch screens; a bare X server needs to be told not to. A machine that was set up earlier starts
 * `start-kiosk` in it, without `run-kiosk`.
 */
function isClosedSession(command: string): boolean {
  const words = command.split(' ')
  const program = words[0]?.split('/').at(-1) ?? ''
  const isOurs = /\/usr\/lib\/guichet\/(?:run|start)-kiosk/.test(command) || program === 'Xorg' || program === 'X'
  const switches = words.slice(0, words.includes('--') ? words.indexOf('--') : words.length)
  if (program === 'cage') return isOurs && !switches.some(word => /^-[a-z]*s/.test(word))
  return isOurs && words.includes('-novtswitch')
}

const unit = (name: string, about: string, means: string): MachineCheck => ({
  check: `unit.${name.split('.')[0]?.replaceAll('@', '-') ?? name}`.toLowerCase(),
  fact: `unit.${name}`,
  about,
  want: 'masked',
  isRight: got => got === 'masked' || got === 'masked-runtime',
  means,
  remedy: SET_UP_AGAIN,
})

const signInPlace = 'Somebody at this machine can come to a place where one signs in.'

/** Who has the screen and the keyboard. */
export const sessionChecks: readonly MachineCheck[] = [
  {
    check: 'session.kiosk',
    fact: 'active.guichet-kiosk',
    about: 'the kiosk’s unit',
    want: 'active',
    isRight: is('active'),
    means: 'The kiosk is not running: the person in this cell has nothing.',
    remedy: 'See why: journalctl -u guichet-kiosk. Then: systemctl restart guichet-kiosk.',
  },
  {
    check: 'session.compositor',
    fact: 'session.command',
    about: 'what draws the screen',
    want: 'cage without -s, with the kiosk in it; or X with -novtswitch',
    isRight: isClosedSession,
    means: 'Another program has the screen, or one that lets the keyboard switch to another screen.',
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'session.keys',
    fact: 'session.keyboard',
    about: 'keys that speak to the display server',
    want: 'srvrkeys:none',
    isRight: has('srvrkeys:none', ','),
    means: 'Ctrl+Alt with a function key may switch to another screen.',
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'session.apparmor',
    fact: 'session.profile',
    about: 'what the running kiosk may touch',
    want: 'guichet-kiosk (enforce)',
    isRight: is('guichet-kiosk (enforce)'),
    means: 'The kiosk runs without its AppArmor profile: a hole in it would reach the whole file system.',
    remedy: 'Restart. If it stays: apparmor_parser -r /etc/apparmor.d/guichet-kiosk, and see what it says.',
  },
  unit('getty@tty1.service', 'a console on the first screen', signInPlace),
  unit('getty@tty2.service', 'a console on the second screen', `${signInPlace} It is one key away.`),
  unit('autovt@tty2.service', 'consoles made when needed', signInPlace),
  unit('serial-getty@ttyS0.service', 'a console on the serial line', signInPlace),
  unit('console-getty.service', 'the console of a container', signInPlace),
  unit('ctrl-alt-del.target', 'Ctrl+Alt+Delete', 'The person at the keyboard can restart the machine.'),
  unit('debug-shell.service', 'the shell for finding faults', 'It is root’s, without a password, on the ninth screen.'),
  unit('emergency.service', 'the shell of a failed start', 'A start that is made to fail ends in a shell.'),
  unit('rescue.service', 'the shell of a rescue', 'A start that is made to fail ends in a shell.'),
  {
    check: 'session.screens',
    fact: 'logind.NAutoVTs',
    about: 'screens made when one switches to them',
    want: '0',
    isRight: is('0'),
    means: signInPlace,
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'session.reserve',
    fact: 'logind.ReserveVT',
    about: 'the screen kept for a sign-in',
    want: '0',
    isRight: is('0'),
    means: signInPlace,
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'session.power',
    fact: 'logind.HandlePowerKey',
    about: 'the power key',
    want: 'ignore',
    isRight: is('ignore'),
    otherwise: 'warn',
    means: 'A press of the power key turns the machine off.',
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'session.burst',
    fact: 'manager.burst',
    about: 'Ctrl+Alt+Delete, seven times',
    want: 'none',
    isRight: is('none'),
    means: 'The person at the keyboard can restart the machine, masked or not.',
    remedy: SET_UP_AGAIN,
  },
]
