import { execFileSync, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

/*
 * A terminal's network in a network of its own: here the terminal, at the other end of one wire everybody else, who answers to
 * every address and on every port that is tried. Nothing leaves it. Run as
 *
 *   unshare --map-root-user --net node network-lab.mjs RULES
 *
 * Prints, as JSON, what was reached without the rules and with them.
 */

/** Long enough for a machine with much else to do; what is refused is so at once. */
const WAIT_MS = 2000
const LISTENED = 9999

/** Whoever is at the other end: the prison's machines, a neighbour, the world. */
const others = [
  '10.77.0.1',
  '10.77.0.5',
  '10.77.0.6',
  '10.77.0.7',
  '10.77.0.8',
  '10.77.0.99',
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
]
const tcpPorts = [22, 53, 80, 443, 7443, 7444, 8443]
const udpPorts = [53, 123, 443, 5353]

const [mode = '', rules = ''] = process.argv[2] === 'others' ? ['others'] : ['terminal', process.argv[2]]
await (mode === 'others' ? beOthers() : beTerminal(rules))

/** Answers on every port, and knocks at the terminal's when told to. */
async function beOthers() {
  await once(process.stdin, 'data')
  ip('addr add 10.77.0.1/24 dev wire1')
  for (const address of others.slice(1)) ip(`addr add ${address}/32 dev wire1`)
  ip('addr add fd77::5/64 dev wire1 nodad')
  ip('link set lo up')
  ip('link set wire1 up')
  for (const port of tcpPorts) answerAll().listen(port, '::')
  // One for each address, so that an answer comes from where the question went.
  for (const port of udpPorts) for (const address of others) answerDatagrams(address, port)
  process.stdout.write('ready\n')
  process.stdin.on('data', () => {
    void tcp('10.77.0.12', LISTENED).then(outcome => process.stdout.write(`${outcome}\n`))
  })
  await once(process.stdin, 'end')
  process.exit(0)
}

/** Says one word to whoever comes. */
function answerAll() {
  return createServer(socket => {
    // Who knocked may be gone before the answer.
    socket.on('error', () => undefined)
    socket.end('here')
  })
}

/** @type {(address: string, port: number) => void} */
function answerDatagrams(address, port) {
  const socket = createSocket('udp4')
  socket.on('error', () => undefined)
  socket.on('message', (_text, from) => socket.send('here', from.port, from.address))
  socket.bind(port, address)
}

/** @param {string} rulesFile */
async function beTerminal(rulesFile) {
  const world = spawn('unshare', ['--net', process.execPath, process.argv[1] ?? '', 'others'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // The other network is there once its program runs in it.
  await waitFor(() => networkOf(world.pid) !== networkOf(process.pid))
  ip('link set lo up')
  ip(`link add wire0 type veth peer name wire1 netns ${world.pid}`)
  ip('addr add 10.77.0.12/24 dev wire0')
  ip('addr add fd77::12/64 dev wire0 nodad')
  ip('link set wire0 up')
  const ready = once(world.stdout, 'data')
  world.stdin.write('go\n')
  await ready
  ip('route add default via 10.77.0.1')
  const listener = answerAll().listen(LISTENED, '0.0.0.0')
  const knockFromOutside = async () => {
    const answer = once(world.stdout, 'data')
    world.stdin.write('knock\n')
    return String(await answer).trim()
  }
  const before = { ...(await reachAll()), inbound: await knockFromOutside() }
  execFileSync('nft', ['--file', rulesFile])
  const after = { ...(await reachAll()), inbound: await knockFromOutside() }
  process.stdout.write(`${JSON.stringify({ before, after })}\n`)
  listener.close()
  world.stdin.end()
  world.kill()
  process.exit(0)
}

/** Everything a terminal could try. @returns {Promise<Record<string, string>>} */
async function reachAll() {
  const targets = others.slice(1)
  const tried = [
    ...targets.flatMap(host =>
      tcpPorts.map(port => /** @type {const} */ ([`tcp ${host}:${port}`, () => tcp(host, port)])),
    ),
    ...targets.flatMap(host =>
      udpPorts.map(port => /** @type {const} */ ([`udp ${host}:${port}`, () => udp(host, port)])),
    ),
    /** @type {const} */ (['tcp6 fd77::5:7443', () => tcp('fd77::5', 7443)]),
    ...['10.77.0.5', '192.0.2.1'].map(host => /** @type {const} */ ([`ping ${host}`, () => ping(host)])),
  ]
  /** @type {Record<string, string>} */
  const outcomes = {}
  await Promise.all(tried.map(async ([name, knock]) => (outcomes[name] = await knock())))
  // In the order in which they were tried, not in that of the answers.
  return Object.fromEntries(tried.map(([name]) => [name, outcomes[name] ?? '']))
}

/** @type {(host: string, port: number) => Promise<string>} */
function tcp(host, port) {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    const end = (/** @type {string} */ outcome) => {
      socket.destroy()
      resolve(outcome)
    }
    socket.setTimeout(WAIT_MS, () => end('silent'))
    socket.once('data', () => end('reached'))
    socket.once('error', error => end('code' in error ? String(error.code) : 'error'))
  })
}

/** @type {(host: string, port: number) => Promise<string>} */
function udp(host, port) {
  return new Promise(resolve => {
    const socket = createSocket('udp4')
    const end = (/** @type {string} */ outcome) => {
      clearTimeout(timer)
      socket.close()
      resolve(outcome)
    }
    const timer = setTimeout(() => end('silent'), WAIT_MS)
    socket.once('message', () => end('reached'))
    socket.once('error', error => end('code' in error ? String(error.code) : 'error'))
    socket.connect(port, host, () => socket.send('there?'))
  })
}

/** @type {(host: string) => Promise<string>} */
function ping(host) {
  return new Promise(resolve => {
    const pinging = spawn('ping', ['-c', '1', '-W', '2', host], { stdio: 'ignore' })
    pinging.once('exit', code => resolve(code === 0 ? 'reached' : 'silent'))
  })
}

/** @param {string} line */
function ip(line) {
  execFileSync('ip', line.split(' '), { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** @param {number | undefined} pid */
function networkOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`)
  } catch {
    return ''
  }
}

/** @param {() => boolean} isSo */
async function waitFor(isSo) {
  while (!isSo()) await pause(10)
}
