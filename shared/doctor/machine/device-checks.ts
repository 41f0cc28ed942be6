import { is, type MachineCheck, SET_UP_AGAIN } from './machine-check.ts'

/** What may be plugged in. */
export const deviceChecks: readonly MachineCheck[] = [
  {
    check: 'usb.guard',
    fact: 'active.usbguard',
    about: 'usbguard',
    want: 'active',
    isRight: is('active'),
    means: 'Nobody looks at what is plugged in: any keyboard, network card or disk may work.',
    remedy: 'journalctl -u usbguard says why it ended. Then: systemctl restart usbguard.',
  },
  {
    check: 'usb.rules',
    fact: 'usb.rules',
    about: 'the last rule for USB devices',
    want: 'reject',
    isRight: is('reject'),
    means: 'A device that no rule names is let in.',
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'usb.implicit',
    fact: 'usb.implicit',
    about: 'USB devices that no rule names',
    want: 'reject',
    isRight: is('reject'),
    means: 'A device that no rule names is let in.',
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'usb.storage',
    fact: 'modules.usbStorage',
    about: 'loading the driver for USB disks',
    want: 'install /bin/false',
    isRight: is('install /bin/false'),
    means: 'A USB stick could be read, and written on.',
    remedy: SET_UP_AGAIN,
  },
  {
    check: 'modules.loaded',
    fact: 'modules.loaded',
    about: 'drivers that do not belong here',
    want: 'none',
    isRight: is('none'),
    means: 'A driver for disks, radio or a foreign bus is loaded.',
    remedy:
      'Restart. If it comes back it is built into the kernel or the start: use Debian’s kernel and run set-up-terminal again.',
  },
  {
    check: 'radio',
    fact: 'radio',
    about: 'radio (Wi-Fi, Bluetooth)',
    want: 'none',
    isRight: is('none'),
    means: 'The machine can speak past the prison’s network.',
    remedy: 'Turn it off in the firmware, or take the card out.',
  },
]
