import type { FindingState } from '../finding.ts'
import { machineChecks } from '../machine-checks.ts'
import type { ReachOutcome, TerminalFacts } from '../terminal-facts.ts'
import { brokenUpdates } from './update-sabotages.ts'
import { wellFacts } from './well-facts.ts'

/** One thing that somebody broke, and what the doctor has to say of it. */
export interface Sabotage {
  readonly check: string
  readonly how: string
  readonly state: FindingState
  readonly facts: TerminalFacts
}

type Break = (facts: TerminalFacts) => Partial<TerminalFacts>

const broken = (check: string, state: FindingState, how: string, change: Break): Sabotage => {
  const facts = wellFacts()
  return { check, state, how, facts: { ...facts, ...change(facts) } }
}

const onMachine = (check: string, fact: string, got: string, state: FindingState = 'fail'): Sabotage =>
  broken(check, state, `${fact} is “${got}”`, facts => ({
    machine: facts.machine && { ...facts.machine, facts: { ...facts.machine.facts, [fact]: got } },
  }))

const asked =
  (outcome: ReachOutcome): Break =>
  ({ reach }) => ({ reach: { ...reach, names: [{ address: '192.0.2.53:53', outcome }] } })

const ofTerminal: readonly Sabotage[] = [
  broken('program.build', 'warn', 'a development build', ({ program }) => ({
    program: { ...program, isDevelopment: true },
  })),
  broken('program.age', 'warn', 'three months old', ({ program }) => ({
    program: { ...program, builtAt: '2025-12-01T00:00:00.000Z' },
  })),
  broken('program.age', 'fail', 'a year old', ({ program }) => ({
    program: { ...program, builtAt: '2025-03-01T00:00:00.000Z' },
  })),
  broken('program.fuses', 'fail', 'it can be run as Node', ({ program }) => ({
    program: { ...program, fuses: { ...program.fuses, runAsNode: true } },
  })),
  broken('program.files', 'fail', 'a file was changed', ({ program }) => ({
    program: { ...program, files: 'changed' },
  })),
  broken('program.files', 'unknown', 'nobody compared them for two days', ({ program }) => ({
    program: { ...program, filesAgeMs: 172_800_000 },
  })),
  broken('program.files', 'unknown', 'nobody ever compared them', ({ program }) => ({
    program: { ...program, filesAgeMs: null },
  })),
  broken('sandbox.namespaces', 'fail', 'no user namespaces', ({ sandbox }) => ({
    sandbox: { ...sandbox, userNamespaces: 0 },
  })),
  broken('sandbox.pages', 'fail', 'a page without its sandbox', ({ sandbox }) => ({
    sandbox: { ...sandbox, renderers: sandbox.renderers.map(one => ({ ...one, seccomp: 0 })) },
  })),
  broken('sandbox.pages', 'warn', 'no page at all', ({ sandbox }) => ({ sandbox: { ...sandbox, renderers: [] } })),
  broken('terminal.configuration', 'fail', 'it cannot be read', () => ({ configuration: 'unusable' })),
  broken('terminal.key', 'fail', 'everybody may read it', () => ({ key: { mode: 0o644, isOwn: true } })),
  broken('terminal.key', 'fail', 'it is another’s', () => ({ key: { mode: 0o600, isOwn: false } })),
  broken('control.document', 'fail', 'it was removed', ({ control }) => ({
    control: { ...control, document: 'missing' },
  })),
  broken('control.lease', 'fail', 'it has ended', ({ control }) => ({
    control: { ...control, silentMs: 259_200_000 },
  })),
  broken('control.lease', 'warn', 'half of it is gone', ({ control }) => ({
    control: { ...control, silentMs: 140_000_000 },
  })),
  broken('journal.state', 'fail', 'a record is damaged', ({ journal }) => ({ journal: { ...journal, damaged: 1 } })),
  broken('journal.state', 'fail', 'it cannot be read', ({ journal }) => ({
    journal: { ...journal, state: 'unreadable' },
  })),
  broken('journal.waiting', 'warn', 'hundreds wait', ({ journal }) => ({ journal: { ...journal, waiting: 300 } })),
  broken('journal.room', 'fail', 'it is nearly full', ({ journal }) => ({ journal: { ...journal, used: 0.8 } })),
  broken('disk.room', 'fail', 'full', () => ({ disk: { freeBytes: 1024, isWritable: true } })),
  broken('disk.room', 'fail', 'not writable', ({ disk }) => ({ disk: disk && { ...disk, isWritable: false } })),
  broken('disk.room', 'fail', 'not there', () => ({ disk: null })),
  broken('time.clock', 'fail', 'five minutes off', () => ({ clockOffsetMs: 300_000 })),
  broken('time.clock', 'warn', 'half a minute off', () => ({ clockOffsetMs: -30_000 })),
  broken('network.server', 'fail', 'it does not answer', ({ reach }) => ({
    reach: { ...reach, server: { address: '10.0.0.5:7443', outcome: 'silent' } },
  })),
  broken('network.identity', 'fail', 'it was revoked', ({ reach }) => ({ reach: { ...reach, isKnown: false } })),
  broken('network.gateway', 'fail', 'nothing listens', ({ reach }) => ({
    reach: { ...reach, gateway: { address: '10.0.0.5:7443', outcome: 'refused' } },
  })),
  broken('network.closed', 'fail', 'an address outside answers', ({ reach }) => ({
    reach: { ...reach, forbidden: [...reach.forbidden, { address: '198.51.100.1:80', outcome: 'answered' }] },
  })),
  broken('network.closed', 'fail', 'an address outside says no', ({ reach }) => ({
    reach: { ...reach, forbidden: [{ address: '10.0.0.5:22', outcome: 'refused' }] },
  })),
  broken('network.closed', 'fail', 'an address outside is silent: nothing here kept the question in', ({ reach }) => ({
    reach: { ...reach, forbidden: [...reach.forbidden, { address: '198.51.100.1:80', outcome: 'silent' }] },
  })),
  broken('network.closed', 'unknown', 'there is no way to any of them', ({ reach }) => ({
    reach: { ...reach, forbidden: reach.forbidden.map(({ address }) => ({ address, outcome: 'no-way' })) },
  })),
  broken('network.names', 'fail', 'somebody answers', asked('answered')),
  broken('network.names', 'fail', 'the question goes out', asked('refused')),
  broken('network.names', 'fail', 'nobody keeps the question in', asked('silent')),
  broken('machine.facts', 'fail', 'nobody looked', () => ({ machine: null })),
  broken('machine.facts', 'fail', 'nobody looked for a day', ({ machine }) => ({
    machine: machine && { ...machine, at: '2026-03-01T10:00:00.000Z' },
  })),
]

const ofMachine: readonly Sabotage[] = [
  onMachine('session.kiosk', 'active.guichet-kiosk', 'failed'),
  onMachine('session.compositor', 'session.command', '/usr/bin/cage -d -s -- /usr/lib/guichet/run-kiosk'),
  onMachine('session.compositor', 'session.command', '/usr/bin/gnome-shell'),
  onMachine('session.compositor', 'session.command', '/usr/lib/xorg/Xorg :0 vt1 -keeptty -nolisten tcp'),
  onMachine('session.compositor', 'session.command', 'none'),
  onMachine('session.keys', 'session.keyboard', ''),
  onMachine('session.apparmor', 'session.profile', 'unconfined'),
  onMachine('session.managers', 'session.managers', 'guichet-terminal'),
  onMachine('session.limits', 'session.limits', 'DevicePolicy=auto IPAddressDeny= TasksMax=2048'),
  onMachine('session.limits', 'session.limits', 'DevicePolicy=closed IPAddressDeny= TasksMax=512'),
  onMachine('unit.user', 'unit.user@.service', 'static'),
  onMachine('unit.getty-tty1', 'unit.getty@tty1.service', 'enabled'),
  onMachine('unit.getty-tty2', 'unit.getty@tty2.service', 'enabled'),
  onMachine('unit.autovt-tty2', 'unit.autovt@tty2.service', 'enabled'),
  onMachine('unit.serial-getty-ttys0', 'unit.serial-getty@ttyS0.service', 'enabled'),
  onMachine('unit.console-getty', 'unit.console-getty.service', 'disabled'),
  onMachine('unit.ctrl-alt-del', 'unit.ctrl-alt-del.target', 'alias'),
  onMachine('unit.debug-shell', 'unit.debug-shell.service', 'enabled'),
  onMachine('unit.emergency', 'unit.emergency.service', 'static'),
  onMachine('unit.rescue', 'unit.rescue.service', 'static'),
  onMachine('session.screens', 'logind.NAutoVTs', '6'),
  onMachine('session.reserve', 'logind.ReserveVT', '6'),
  onMachine('session.power', 'logind.HandlePowerKey', 'poweroff', 'warn'),
  onMachine('session.burst', 'manager.burst', 'reboot-force'),
  onMachine('kernel.sysrq', 'sysctl.kernel.sysrq', '438'),
  onMachine('kernel.dmesg-restrict', 'sysctl.kernel.dmesg_restrict', '0'),
  onMachine('kernel.kptr-restrict', 'sysctl.kernel.kptr_restrict', '0'),
  onMachine('kernel.ptrace-scope', 'sysctl.kernel.yama.ptrace_scope', '0'),
  onMachine('kernel.kexec-load-disabled', 'sysctl.kernel.kexec_load_disabled', '0'),
  onMachine('kernel.unprivileged-bpf-disabled', 'sysctl.kernel.unprivileged_bpf_disabled', '0'),
  onMachine('kernel.perf-event-paranoid', 'sysctl.kernel.perf_event_paranoid', '1'),
  onMachine('kernel.suid-dumpable', 'sysctl.fs.suid_dumpable', '2'),
  onMachine('kernel.core-pattern', 'sysctl.kernel.core_pattern', 'core'),
  onMachine('kernel.ip-forward', 'sysctl.net.ipv4.ip_forward', '1'),
  onMachine('kernel.namespaces', 'sysctl.user.max_user_namespaces', '0'),
  onMachine('start.password', 'boot.password', 'none'),
  onMachine('start.secure-boot', 'boot.secure', 'off', 'warn'),
  onMachine('system.apparmor', 'apparmor.kiosk', 'complain'),
  onMachine('system.watchdog', 'watchdog.device', 'none', 'warn'),
  onMachine('system.accounts', 'accounts.open', 'root'),
  onMachine('system.shell', 'accounts.shell', '/bin/bash'),
  onMachine('system.setuid', 'files.setuid', '/usr/bin/su'),
  onMachine('system.files', 'files.changed', 'etc/nftables.conf'),
  onMachine('system.programs', 'files.programs', '/opt/guichet/kiosk'),
  onMachine('system.packages', 'packages.unwanted', 'openssh-server ', 'warn'),
  onMachine('usb.guard', 'active.usbguard', 'inactive'),
  onMachine('usb.rules', 'usb.rules', 'allow'),
  onMachine('usb.implicit', 'usb.implicit', 'allow'),
  onMachine('usb.storage', 'modules.usbStorage', 'insmod /lib/modules/usb-storage.ko'),
  onMachine('modules.loaded', 'modules.loaded', 'usb_storage '),
  onMachine('radio', 'radio', '/sys/class/net/wlan0/wireless'),
  onMachine('network.rules', 'network.rules', 'none'),
  onMachine('network.listening', 'network.listening', '0.0.0.0:22', 'warn'),
  onMachine('network.resolvers', 'network.resolvers', '192.0.2.53', 'warn'),
  onMachine('network.ipv6', 'sysctl.ipv6', '0'),
  onMachine('time.service', 'active.systemd-timesyncd', 'failed'),
  onMachine('time.source', 'timesyncd.NTP', ''),
  onMachine('time.fallback', 'timesyncd.FallbackNTP', '0.debian.pool.ntp.org'),
  onMachine('disk.root', 'disk.root', 'rw,noatime'),
  onMachine('disk.data', 'disk.data', 'rw,nosuid,nodev'),
  onMachine('disk.encrypted', 'disk.encrypted', 'no'),
  onMachine('disk.unlock', 'disk.unlock', '', 'warn'),
  onMachine('disk.recovery', 'disk.keySlots', '1', 'warn'),
  onMachine('disk.health', 'disk.health', 'FAILED!'),
  onMachine('disk.errors', 'disk.errors', '3'),
  onMachine('disk.logs', 'journald.SystemMaxUse', '', 'warn'),
]

/** One word left out of the kernel's command line each. */
const ofStart: readonly Sabotage[] = ['lockdown=integrity', 'module.sig_enforce=1', 'usbcore.authorized_default=0'].map(
  word => {
    const check = machineChecks.find(({ want }) => want === word)?.check ?? word
    const line = wellFacts().machine?.facts['kernel.commandLine'] ?? ''
    return onMachine(check, 'kernel.commandLine', line.replace(word, '').replace('  ', ' '), 'warn')
  },
)

const ofUpdates: readonly Sabotage[] = brokenUpdates.map(({ check, state, how, update: change }) =>
  broken(check, state, how, ({ update }) => ({ update: update && { ...update, ...change } })),
)

/** Every way in which a test breaks a terminal. */
export const sabotages: readonly Sabotage[] = [...ofTerminal, ...ofUpdates, ...ofMachine, ...ofStart]
