import { expect, test } from 'vitest'
import { lineWord } from './line-words.ts'

test.each([
  ['says connected when nothing is going on', 'connected', 'idle', 'connected'],
  ['says connected while answers are fetched, which needs no word', 'connected', 'fetching', 'connected'],
  ['says sending while something goes out', 'connected', 'sending', 'sending'],
  ['says busy when the server asked to wait', 'connected', 'waiting', 'busy'],
  ['says offline without a line, whatever is tried meanwhile', 'no-connection', 'sending', 'offline'],
  ['says refused when the server does not know the terminal', 'not-recognised', 'idle', 'refused'],
  ['says that it looks for the line at the start', 'starting', 'fetching', 'unknown'],
] as const)('%s', (_name, line, doing, word) => {
  expect(lineWord({ line, doing }, false)).toBe(word)
})

test.each([
  ['says refused also during work on the server', 'not-recognised', 'waiting', 'refused'],
  ['says that the server is worked on while it asks to wait', 'connected', 'waiting', 'maintenance'],
  ['says so too where nobody answers', 'no-connection', 'waiting', 'maintenance'],
] as const)('%s', (_name, line, doing, word) => {
  expect(lineWord({ line, doing }, true)).toBe(word)
})
