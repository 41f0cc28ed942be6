import type { EscapeCase } from './escape-case.ts'

const category = 'ipc-preload'
const names = [
  'require',
  'process',
  'module',
  'Buffer',
  'global',
  'electron',
  'ipcRenderer',
  'guichet',
  'kiosk',
  'bridge',
]

export const ipcPreloadCases: readonly EscapeCase[] = [
  {
    id: 'IPC-01',
    category,
    attack: 'anything of the program in the page',
    observe: `${JSON.stringify(names)}.filter(name => name in globalThis)`,
    fired: ({ observed }) => Array.isArray(observed) && observed.length > 0,
    inert: 'a view without a preload has nothing of it, here as there',
  },
]
