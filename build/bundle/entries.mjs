import react from '@vitejs/plugin-react'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { outsideServer } from './outside-server.mjs'
import { picturesPlugin } from './pictures-plugin.mjs'

/**
 * @typedef {object} Entry
 * @property {readonly string[]} sources its first files; it is left out while none of them is there
 * @property {(sources: readonly string[]) => import('vite').InlineConfig} configure
 */

/** Electron 33 runs Node 20.18 and Chromium 130, Electron 45 newer ones. */
const nodeTarget = 'node20'
const pageTarget = 'chrome130'

const builtins = [...builtinModules, ...builtinModules.map(name => `node:${name}`)]
const electron = ['electron', 'original-fs', /^electron\//]

/**
 * Everything that runs, one Vite build each. The paths are part of the interface: `package.json`, the kiosk and the tests
 * find things by them.
 *
 * @param {string} project
 * @returns {readonly Entry[]}
 */
export function entries(project) {
  return [
    { sources: ['electron/main.ts'], configure: sources => nodeProgram('dist/electron', sources, everythingInside) },
    { sources: ['electron/preload/kiosk.ts'], configure: sources => preload('dist/electron/preload', sources) },
    {
      sources: ['server/cli/guichet.ts', 'server/cli/start.ts'],
      configure: sources => nodeProgram('dist/server', sources, server),
    },
    {
      sources: [
        'build/bench/main.ts',
        'build/bench/control-server.ts',
        'build/bench/control-listeners.ts',
        'build/bench/control-idle-tls.ts',
      ],
      configure: sources => nodeProgram('dist/bench', sources),
    },
    {
      sources: ['build/bench/gate-terminal.ts'],
      configure: sources => nodeProgram('dist/bench', sources, everythingInside),
    },
    {
      sources: ['renderer/kiosk/index.html'],
      configure: () => page('renderer/kiosk', 'dist/kiosk', [picturesPlugin(project)]),
    },
    { sources: ['renderer/console/index.html'], configure: () => page('renderer/console', 'dist/console', []) },
  ]
}

/**
 * The kiosk is packaged without `node_modules`, so its main process carries what it uses.
 *
 * @type {import('vite').SSROptions}
 */
const everythingInside = { noExternal: true, external: ['electron', 'original-fs'] }

/**
 * A command that reads a few files, and not the thousand and more of its packages, starts in a third of the time.
 *
 * @type {import('vite').SSROptions}
 */
const server = { noExternal: true, external: outsideServer }

/** @type {import('vite').SSROptions} */
const packagesOutside = { external: true }

/**
 * An ES module for Node or for Electron's main process, named after its source.
 *
 * @type {(outDir: string, sources: readonly string[], ssr?: import('vite').SSROptions) => import('vite').InlineConfig}
 */
function nodeProgram(outDir, sources, ssr = packagesOutside) {
  return {
    ssr,
    build: {
      ssr: true,
      target: nodeTarget,
      outDir,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(sources.map(source => [path.parse(source).name, source])),
        external: [...electron, ...builtins],
        // Said of a build that waits for another one on a busy machine.
        checks: { bundlerTimings: false },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  }
}

/**
 * A sandboxed preload can load nothing but itself: one CommonJS file.
 *
 * @type {(outDir: string, sources: readonly string[]) => import('vite').InlineConfig}
 */
function preload(outDir, sources) {
  return {
    ssr: everythingInside,
    build: {
      ssr: true,
      target: pageTarget,
      outDir,
      minify: false,
      rolldownOptions: {
        input: [...sources],
        external: electron,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  }
}

/**
 * A page under a strict content security policy: nothing inline, no `data:` address, no polyfill that writes scripts.
 *
 * @type {(root: string, outDir: string, plugins: import('vite').Plugin[]) => import('vite').InlineConfig}
 */
function page(root, outDir, plugins) {
  return {
    root,
    base: './',
    publicDir: false,
    plugins: [react(), ...plugins],
    build: {
      target: pageTarget,
      outDir,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Not named in the page, which serves only what it lists: for who reads a trace of it, and for the bill of materials.
      sourcemap: 'hidden',
      reportCompressedSize: false,
      // Read from the terminal's own disk: a page in one piece is no burden.
      chunkSizeWarningLimit: Infinity,
    },
  }
}
