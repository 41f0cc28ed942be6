import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateKey, type KeyInput } from './evaluate-key.ts'

const key = (name: string, held: Partial<KeyInput> = {}): KeyInput => ({
  key: name,
  control: false,
  alt: false,
  meta: false,
  modifiers: [],
  ...held,
})
const control: Partial<KeyInput> = { control: true, modifiers: ['control'] }
const alt: Partial<KeyInput> = { alt: true, modifiers: ['alt'] }
const meta: Partial<KeyInput> = { meta: true, modifiers: ['meta'] }
const altGr: Partial<KeyInput> = { modifiers: ['altgr'] }
const altGrAsChromiumSaysIt: Partial<KeyInput> = { control: true, alt: true, modifiers: ['control', 'alt', 'altgr'] }

test.each([
  ['a letter', key('a')],
  ['a capital', key('A', { modifiers: ['shift'] })],
  ['a letter with an accent', key('é')],
  ['a character of two units', key('😀')],
  ['a dead key', key('Dead')],
  ['Enter', key('Enter')],
  ['Tab', key('Tab')],
  ['Escape', key('Escape')],
  ['an arrow', key('ArrowLeft')],
  ['@ on a Belgian keyboard', key('@', altGr)],
  ['€ on a German keyboard', key('€', altGrAsChromiumSaysIt)],
  ['Ctrl alone', key('Control', control)],
  ['select all', key('a', control)],
  ['select all with Caps Lock', key('A', control)],
  ['a word back', key('ArrowLeft', control)],
])('lets %s through', (_name, input) => {
  expect(evaluateKey(input)).toEqual({ effect: 'pass' })
})

test.each([
  ['the developer tools', key('I', { control: true, modifiers: ['control', 'shift'] })],
  ['reload', key('r', control)],
  ['close', key('w', control)],
  ['quit', key('q', control)],
  ['a new window', key('n', control)],
  ['print', key('p', control)],
  ['save', key('s', control)],
  ['find', key('f', control)],
  ['zoom in', key('+', control)],
  ['zoom out', key('-', control)],
  ['zoom back', key('0', control)],
  ['copy: what one wrote must not reach who comes next', key('c', control)],
  ['paste', key('v', control)],
  ['the address bar', key('l', control)],
  ['another tab', key('Tab', control)],
  ['the task manager', key('Escape', { control: true, modifiers: ['control', 'shift'] })],
  ['history', key('ArrowLeft', alt)],
  ['the window menu', key(' ', alt)],
  ['the end of the window', key('F4', alt)],
  ['Alt and a letter', key('d', alt)],
  ['Super and a letter', key('l', meta)],
  ['Super alone', key('Meta', meta)],
  ['a function key', key('F11')],
  ['F1', key('F1')],
  ['F24', key('F24')],
  ['the context menu', key('ContextMenu')],
  ['a browser key', key('BrowserBack')],
  ['Print Screen', key('PrintScreen')],
  ['a media key', key('AudioVolumeUp')],
  ['sleep', key('Standby')],
  ['AltGr and a function key', key('F4', altGr)],
])('ignores %s', (_name, input) => {
  expect(evaluateKey(input)).toEqual({ effect: 'ignore' })
})

test('no function key and no shortcut with Alt or Super passes, whatever is held', () => {
  const held = fc.record({ control: fc.boolean(), alt: fc.boolean(), meta: fc.boolean() })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), held, (number, holding) => {
      expect(evaluateKey(key(`F${number}`, holding)).effect).toBe('ignore')
    }),
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.boolean(), (name, isAlt) => {
      expect(evaluateKey(key(name, isAlt ? alt : meta)).effect).toBe('ignore')
    }),
  )
})
