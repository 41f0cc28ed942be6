import { tellSource } from '../package/source-state.mjs'

/**
 * @typedef {object} Command
 * @property {string} about one line for the usage
 * @property {ReadonlySet<import('../setup/prepare.mjs').Need>} needs
 * @property {'account' | 'checkout'} place where root runs it: handed over, or in the checkout itself
 * @property {(checkout: string) => Promise<NodeJS.ProcessEnv>} [tell] what only the checkout knows, for where it runs
 * @property {() => Promise<{ run: (args: readonly string[]) => Promise<number> }>} load its code, read once its packages
 *   are there; `run` gets what stands after the command and answers the exit code
 */

/** @type {Command['needs']} */
const dependenciesOnly = new Set()
/** @type {Command['needs']} */
const window = new Set(['display', 'electron'])
/** @type {Command['needs']} */
const unitTested = new Set(['network', 'squid'])
/** @type {Command['needs']} */
const tested = new Set(['desk', 'display', 'electron', 'network', 'squid'])
/** @type {Command['needs']} */
const measured = new Set(['display', 'electron', 'pgbench'])
/** @type {Command['needs']} */
const attacked = new Set(['desk', 'display', 'electron'])

/** @satisfies {Record<string, Command>} */
export const commands = {
  start: {
    about: 'an embedded prison server with a sample prison, and one enrolled kiosk on it',
    needs: window,
    place: 'account',
    load: () => import('./start.mjs'),
  },
  test: {
    about: 'everything: check, unit tests, build, end-to-end tests, attacks',
    needs: tested,
    place: 'account',
    load: () => import('./test.mjs'),
  },
  check: {
    about: 'types, lint, format, dead code, boundaries; or only those named',
    needs: dependenciesOnly,
    place: 'checkout',
    load: () => import('./check.mjs'),
  },
  'test:unit': {
    about: 'unit, property, data, route and component tests; arguments go to vitest',
    needs: unitTested,
    place: 'account',
    load: () => import('./unit-tests.mjs'),
  },
  'test:e2e': {
    about: 'the built app, driven from outside; arguments go to playwright',
    needs: window,
    place: 'account',
    load: () => import('./end-to-end-tests.mjs'),
  },
  escape: {
    about: 'every attack on the web view and the shell, into docs/escape-matrix.md; arguments go to playwright',
    needs: attacked,
    place: 'account',
    load: () => import('./escape.mjs'),
  },
  build: {
    about: 'everything that runs, into dist/',
    needs: dependenciesOnly,
    place: 'checkout',
    load: () => import('./build.mjs'),
  },
  bench: {
    about: 'measures, prints a table, writes bench-results.json; or only those named',
    needs: measured,
    place: 'account',
    load: () => import('./bench.mjs'),
  },
  pictures: {
    about: 'screenshots of every screen, into docs/pictures/',
    needs: window,
    place: 'account',
    load: () => import('./pictures.mjs'),
  },
  package: {
    about: 'kiosk and server as they are installed, into dist/package/; --release refuses what must not be shipped',
    needs: window,
    place: 'account',
    tell: tellSource,
    load: () => import('./package.mjs'),
  },
  'try-machine': {
    about: 'the set-up of a terminal, on a Debian made for it; as root, minutes',
    needs: dependenciesOnly,
    place: 'checkout',
    load: () => import('./try-machine.mjs'),
  },
  format: {
    about: 'lays the sources out anew',
    needs: dependenciesOnly,
    place: 'checkout',
    load: () => import('./format.mjs'),
  },
  exec: {
    about: 'exec -- COMMAND ...: runs a command where the others run, with their environment',
    needs: window,
    place: 'account',
    load: () => import('./exec.mjs'),
  },
}

/**
 * @param {string} name
 * @returns {name is keyof typeof commands}
 */
export function isCommand(name) {
  return Object.hasOwn(commands, name)
}

export function usage() {
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  return ['usage: node build/run.mjs COMMAND [arguments]', '', ...lines].join('\n')
}
