import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect as connectTcp, createServer } from 'node:net'
import { join } from 'node:path'
import { hrtime } from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { createSecureContext, type TLSSocket } from 'node:tls'
import { mqttPublish, openSocket, speak, TOPIC } from './control-speech.ts'

/** A message broker of Debian's, as a process of its own, with TLS and the prison server's own certificate. */
export interface Broker {
  readonly speech: 'nats' | 'mqtt'
  readonly port: number
  /** Answers when it began to be said, in nanoseconds of the machine's monotonic clock. */
  readonly publish: (payload: Buffer) => bigint
  readonly stop: () => Promise<void>
}

export interface BrokerTls {
  readonly keyPem: string
  readonly certificatePem: string
  readonly authorityPem: string
}

export async function startNats(folder: string, tls: BrokerTls): Promise<Broker> {
  const { port, files, write } = await prepare(join(folder, 'nats'), tls)
  const settings = await write(
    'nats.conf',
    `host: 127.0.0.1\nport: ${port}\nmax_connections: 64K\ntls { cert_file: "${files.cert}", key_file: "${files.key}", timeout: 60 }\n`,
  )
  const child = await run(['/usr/sbin/nats-server', '/usr/bin/nats-server'], ['-c', settings], port)
  const socket = await say('nats', port, tls)
  const publish = (payload: Buffer): bigint => {
    const message = Buffer.concat([Buffer.from(`PUB ${TOPIC} ${payload.length}\r\n`), payload, Buffer.from('\r\n')])
    const startedNs = hrtime.bigint()
    socket.write(message)
    return startedNs
  }
  return { speech: 'nats', port, publish, stop: () => stop(child, socket) }
}

export async function startMosquitto(folder: string, tls: BrokerTls): Promise<Broker> {
  const { port, files, write } = await prepare(join(folder, 'mosquitto'), tls)
  const settings = await write(
    'mosquitto.conf',
    `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\nset_tcp_nodelay true\nlog_type error\nmax_queued_messages 0\ncertfile ${files.cert}\nkeyfile ${files.key}\n`,
  )
  const child = await run(['/usr/sbin/mosquitto', '/usr/bin/mosquitto'], ['-c', settings], port)
  const socket = await say('mqtt', port, tls)
  let id = 0
  const publish = (payload: Buffer): bigint => {
    id = (id % 60_000) + 1
    const message = mqttPublish(payload, id)
    const startedNs = hrtime.bigint()
    socket.write(message)
    return startedNs
  }
  return { speech: 'mqtt', port, publish, stop: () => stop(child, socket) }
}

async function prepare(folder: string, tls: BrokerTls) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, text, { mode: 0o600 })
    return path
  }
  const files = { cert: await write('cert.pem', tls.certificatePem), key: await write('key.pem', tls.keyPem) }
  return { port: await freePort(), files, write }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return address.port
}

async function run(programs: readonly string[], args: readonly string[], port: number): Promise<ChildProcess> {
  const program = programs.find(existsSync)
  if (program === undefined) throw new Error(`${programs.join(' or ')} is not installed`)
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore'] })
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`)
    if (await answers(port)) return child
    await setTimeout(100)
  }
  throw new Error(`${program} does not listen`)
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connectTcp({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

/** The one connection that publishes. It subscribes to nothing. */
async function say(speech: 'nats' | 'mqtt', port: number, { authorityPem }: BrokerTls): Promise<TLSSocket> {
  const socket = await openSocket(speech, port, createSecureContext({ ca: authorityPem, minVersion: 'TLSv1.3' }))
  socket.setNoDelay(true)
  const { greeting } = speak(speech, { secret: 'publisher', keyId: '' })
  socket.write(greeting)
  await once(socket, 'data')
  socket.on('data', (chunk: Buffer) => {
    if (speech === 'nats' && chunk.toString('latin1', 0, 4) === 'PING') socket.write('PONG\r\n')
  })
  socket.on('error', () => undefined)
  return socket
}

async function stop(child: ChildProcess, socket: TLSSocket): Promise<void> {
  socket.destroy()
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
