import { expect, test } from 'vitest'
import { findProof, parseDisplay } from './x-display.ts'

test.each([':77', ':77.0', 'unix:77'])('%s is a display of this machine', display => {
  expect(parseDisplay(display)).toEqual({ path: '/tmp/.X11-unix/X77', number: '77' })
})

test.each([undefined, '', 'wayland-0', 'elsewhere:0', ':', ':0/../x'])('%s is none', display => {
  expect(() => parseDisplay(display)).toThrow('DISPLAY')
})

function entry(number: string, name: string, data: string): Buffer {
  const fields = ['host', number, name, data].map(text => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(text.length)
    return Buffer.concat([length, Buffer.from(text)])
  })
  return Buffer.concat([Buffer.from([1, 0]), ...fields])
}

test('the cookie is the one of the display', () => {
  const file = Buffer.concat([
    entry('0', 'MIT-MAGIC-COOKIE-1', 'other'),
    entry('77', 'XDM-AUTHORIZATION-1', 'way'),
    entry('77', 'MIT-MAGIC-COOKIE-1', 'mine'),
  ])
  expect(findProof(file, '77')).toEqual({ name: 'MIT-MAGIC-COOKIE-1', data: Buffer.from('mine') })
})

test('a cookie for every display will do', () => {
  expect(findProof(entry('', 'MIT-MAGIC-COOKIE-1', 'any'), '77').data.toString()).toBe('any')
})

test('where there is none, nothing is proved', () => {
  expect(findProof(Buffer.alloc(0), '77').name).toBe('')
})
