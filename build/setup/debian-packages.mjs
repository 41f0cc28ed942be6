import { existsSync } from 'node:fs'
import { capture } from './process.mjs'
import { SetUpError } from './set-up-error.mjs'

/** What Electron's own Debian dependencies come to on Debian 12, and the virtual display. */
export const displayPackages = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0',
  'libnss3',
  'libsecret-1-0',
  'libxkbcommon0',
  'libxss1',
  'libxtst6',
  'xvfb',
]

/** A desk as an attacker has it: a window manager, and hands on mouse, keys and windows; and a network of its own. */
export const deskPackages = ['iproute2', 'openbox', 'util-linux', 'wmctrl', 'x11-utils', 'xdotool']

/** The gateway's production engine, with the TLS it needs; its tests start it themselves. */
export const squidPackages = ['squid-openssl']

/** The terminal's network, tried in a network of its own with the rules it will have; and what its start is made of. */
export const networkPackages = ['iproute2', 'iputils-ping', 'nftables', 'systemd', 'util-linux']

/** A Debian of its own, to try the terminal's set-up on and to start it. */
export const machinePackages = ['debootstrap', 'systemd-container']

/** Peers of the benchmark: pgbench beside the server's own writing, two message brokers beside its orders. */
export const benchPackages = ['mosquitto', 'nats-server', 'postgresql']

/**
 * The names that installed packages answer to, their own and those they provide.
 *
 * @param {string} listing lines of `status<TAB>name<TAB>provided (= 1), ...` as `dpkg-query` prints them
 * @returns {ReadonlySet<string>}
 */
export function installedNames(listing) {
  const names = new Set()
  for (const line of listing.split('\n')) {
    const [status = '', name = '', provides = ''] = line.split('\t')
    if (!status.startsWith('ii')) continue
    for (const provided of [name, ...provides.split(',')]) {
      const bare = provided.trim().replace(/[\s:(].*$/, '')
      if (bare !== '') names.add(bare)
    }
  }
  return names
}

/**
 * @param {readonly string[]} needed
 * @param {string} listing
 */
export function missingPackages(needed, listing) {
  const installed = installedNames(listing)
  return needed.filter(name => !installed.has(name))
}

/** The one line that installs packages, for whoever may run it. @param {readonly string[]} names */
export function installLine(names) {
  return `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`
}

/**
 * Which Debian packages are not there. On a system without dpkg nothing is known, so nothing is said to be missing.
 *
 * @param {readonly string[]} needed
 */
export async function findMissingPackages(needed) {
  if (!existsSync('/usr/bin/dpkg-query')) return []
  const format = ['db:Status-Abbrev', 'Package', 'Provides'].map(field => `$\{${field}}`).join('\t')
  return missingPackages(needed, await capture('dpkg-query', ['--show', '--showformat', `${format}\n`]))
}

/**
 * Installs Debian packages as root, with the package lists brought up to date first.
 *
 * @param {readonly string[]} names
 */
export async function installPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await keepFromStarting(names.flatMap(name => services.get(name) ?? []))
  await capture('apt-get', ['update', '--quiet'], { env })
  await capture('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...names], { env })
}

/** Debian starts what it installs, for the whole network, with a configuration that is none of ours. */
const services = new Map([
  ['mosquitto', 'mosquitto.service'],
  ['nats-server', 'nats-server.service'],
  ['squid-openssl', 'squid.service'],
])

/** @param {readonly string[]} units */
async function keepFromStarting(units) {
  if (units.length > 0 && existsSync('/run/systemd/system')) await capture('systemctl', ['mask', ...units])
}

/** @param {readonly string[]} names */
export function packagesMissingError(names) {
  return new SetUpError(
    `Some Debian packages are missing. Install them, then try again:\n  sudo sh -c '${installLine(names)}'`,
  )
}
