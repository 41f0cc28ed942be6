import { expect, test } from 'vitest'
import { pictureSet } from './pictures-plugin.mjs'

const draw = pictureSet(
  JSON.stringify({ width: 32, icons: { coffee: { body: '<path/>' }, wide: { body: '<g/>', width: 48, height: 24 } } }),
)

test('draws a picture as a file of its own', () => {
  expect(draw('coffee')).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 16"><path/></svg>\n')
})

test('lets a picture have its own size', () => {
  expect(draw('wide')).toContain('viewBox="0 0 48 24"')
})

test.each(['tea', '__proto__', 'constructor'])('refuses a name the set does not have: %s', name => {
  expect(() => draw(name)).toThrow(`no picture named ${name}`)
})
