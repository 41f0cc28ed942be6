import type { EscapeCase } from './escape-case.ts'

const category = 'denial-of-service'
const MOST_BYTES = 20_000_000

export const denialOfServiceCases: readonly EscapeCase[] = [
  {
    id: 'DOS-01',
    category,
    attack: 'page that falls over, as one without memory does',
    act: async terminal => {
      await terminal.crash()
    },
    fired: ({ isViewThere }) => !isViewThere,
  },
  {
    id: 'DOS-03',
    category,
    attack: 'disk filled through a database',
    act: async terminal => {
      await terminal.run(`new Promise(done => {
        const opening = indexedDB.open('words')
        opening.onupgradeneeded = () => opening.result.createObjectStore('s')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('s', 'readwrite')
          for (let part = 0; part < 5; part++) {
            writing.objectStore('s').put(new Uint8Array(5e6).map(() => Math.random() * 256), part)
          }
          writing.oncomplete = writing.onabort = () => done()
        } })`)
    },
    fired: ({ bytesWritten }) => bytesWritten > MOST_BYTES,
  },
]
