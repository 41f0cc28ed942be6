import { z } from 'zod'
import { type EnrolmentCode, enrolmentCodeSchema } from '../contracts/enrolment.ts'

/** What a technician's scanner reads off a sheet: everything a new terminal has to be told. */
export interface EnrolmentQr {
  /** Where the server is: an origin, `https://10.0.0.5:7443`. */
  readonly url: string
  readonly code: EnrolmentCode
  /** SHA-256 of the authority's public key (SubjectPublicKeyInfo, DER), hexadecimal, lower case. */
  readonly fingerprint: string
}

const portSchema = z.coerce.number().int().min(1).max(65_535)
const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/)
const HTTPS_PORT = '443'

/**
 * `GUICHET:1:<host>:<port>:<code>:<fingerprint>` in capitals: only signs of a QR code's alphanumeric mode, which keeps it coarse
 * enough for a cheap scanner and old paper. An IPv6 address stands without its brackets.
 */
export function writeEnrolmentQr({ url, code, fingerprint }: EnrolmentQr): string {
  const { hostname, port } = new URL(url)
  const host = hostname.replaceAll(/[[\]]/g, '')
  return ['GUICHET', '1', host, port === '' ? HTTPS_PORT : port, code, fingerprint].join(':').toUpperCase()
}

/** What a scanner typed; `undefined` where it is no such text. Any case: a scanner may have capitals locked. */
export function readEnrolmentQr(text: string): EnrolmentQr | undefined {
  const [mark, version, ...rest] = text.trim().toUpperCase().split(':')
  if (mark !== 'GUICHET' || version !== '1' || rest.length < 4) return undefined
  const host = rest.slice(0, -3).join(':').toLowerCase()
  const [port, code, print = ''] = rest.slice(-3)
  const parsed = {
    port: portSchema.safeParse(port).data,
    code: enrolmentCodeSchema.safeParse(code).data,
    fingerprint: fingerprintSchema.safeParse(print.toLowerCase()).data,
  }
  if (parsed.port === undefined || parsed.code === undefined || parsed.fingerprint === undefined) return undefined
  const url = originOf(host, parsed.port)
  return url === undefined ? undefined : { url, code: parsed.code, fingerprint: parsed.fingerprint }
}

function originOf(host: string, port: number): string | undefined {
  const text = `https://${host.includes(':') ? `[${host}]` : host}:${port}`
  if (!/^[0-9a-z.:-]+$/.test(host) || !URL.canParse(text)) return undefined
  return new URL(text).origin
}
