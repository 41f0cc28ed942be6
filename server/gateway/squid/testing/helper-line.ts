import { toldHeaders } from '../helper-question.ts'

export interface Told {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

/** A line as Squid writes it of a request within a tunnel of its own. */
export function lineOf({ url, method, headers }: Told, channel = '0'): string {
  const { host, hostname, port } = new URL(url)
  const place = `${hostname}:${port === '' ? '443' : port}`
  const told = toldHeaders.map(name => word(headers[name] ?? (name === 'host' ? host : undefined)))
  const ids = ['0190a5e0-0000-7000-8000-000000000001', '0190a5e0-0000-7000-8000-000000000002']
  const words = [word(method), word(url), '1.1', ...ids, word(hostname), word(place), ...told, '-']
  return `${channel} ${words.join(' ')}\n`
}

function word(value: string | undefined): string {
  return value === undefined ? '-' : encodeURIComponent(value)
}
