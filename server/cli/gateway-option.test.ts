import { expect, test } from 'vitest'
import { gatewayOptionSchema } from './gateway-option.ts'

test('reads where Squid is, or that there is none', () => {
  expect(gatewayOptionSchema.parse('embedded')).toBeUndefined()
  expect(gatewayOptionSchema.parse('squid:127.0.0.1:3128')).toEqual({ host: '127.0.0.1', port: 3128 })
})

test.each(['', 'squid', 'squid:3128', 'squid:10.0.0.5:3128', 'squid:127.0.0.1:0', 'squid:127.0.0.1:65536', 'none'])(
  'refuses %j',
  text => {
    expect(gatewayOptionSchema.safeParse(text).success).toBe(false)
  },
)
