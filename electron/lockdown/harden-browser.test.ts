import { expect, test } from 'vitest'
import { hardenBrowser } from './harden-browser.ts'

function hardened(switches: Record<string, string> = {}) {
  const line = { ...switches }
  hardenBrowser({
    getSwitchValue: name => line[name] ?? '',
    appendSwitch: (name, value = '') => {
      line[name] = value
    },
  })
  return line
}

test('turns off what no filter sees', () => {
  const line = hardened()
  expect(line).toMatchObject({ 'disable-quic': '', 'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp' })
  expect(line['disable-features']?.split(',')).toEqual(
    expect.arrayContaining(['FedCm', 'Reporting', 'NetworkErrorLogging', 'WebAuthenticationRelatedOrigin']),
  )
})

test('turns nothing on that was off', () => {
  const features = hardened({ 'disable-features': 'Translate,FedCm' })['disable-features']?.split(',') ?? []
  expect(features).toContain('Translate')
  expect(features.filter(name => name === 'FedCm')).toHaveLength(1)
})
