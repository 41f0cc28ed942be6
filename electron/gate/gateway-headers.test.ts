import { expect, test } from 'vitest'
import { gatewayHeaders } from './gateway-headers.ts'

const request = { url: 'https://a.example/x', type: 'xhr', initiator: 'https://a.example/page?q=words' }

test('tells the gateway the type and the page, and of the page its origin alone', () => {
  expect(gatewayHeaders({ Accept: '*/*' }, request)).toEqual({
    Accept: '*/*',
    'guichet-type': 'xhr',
    'guichet-initiator': 'https://a.example',
  })
})

test('what a page wrote there itself is taken out, in whatever case', () => {
  const written = { 'Guichet-Type': 'image', 'GUICHET-INITIATOR': 'https://b.example', 'guichet-inmate': 'x' }
  expect(gatewayHeaders(written, request)).toEqual(gatewayHeaders({}, request))
  expect(gatewayHeaders(written, undefined)).toEqual({})
})

test.each([undefined, 'null', 'no address'])('a page without an origin is none: %s', initiator => {
  const { url, type } = request
  const asked = initiator === undefined ? { url, type } : { url, type, initiator }
  expect(gatewayHeaders({}, asked)).toMatchObject({ 'guichet-initiator': 'null' })
})
