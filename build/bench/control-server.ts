import { mkdir } from 'node:fs/promises'
import process, { argv, hrtime } from 'node:process'
import type { Duplex } from 'node:stream'
import { createApp } from '#server/app.ts'
import { holdDatabase } from '#server/cli/with-database.ts'
import { loadServerKeys } from '#server/cli/server-keys.ts'
import { textFrame } from '#server/control/channel/frames.ts'
import { issueOrder } from '#server/control/orders/issue-order.ts'
import { findWarden } from '#server/control/orders/warden.ts'
import { ensureState } from '#server/control/state/ensure-state.ts'
import { readState } from '#server/control/state/read-state.ts'
import { createLogger } from '#server/logging/create-logger.ts'
import { must } from '#shared/errors/must.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { answerParent, sayPort, serverAskedSchema, WARDEN } from './control-messages.ts'

/*
 * A prison server in a process of its own, put together as `guichet server` does, that also does what only a measurement asks
 * of it: writes bare bytes to the connections of its terminals, and says what memory it takes once garbage is collected.
 */
const folder = must(argv[2], 'the data folder')
await mkdir(folder, { recursive: true })
const keys = await loadServerKeys(folder, '127.0.0.1')
const held = await holdDatabase({ dataFolder: folder, databaseUrl: undefined })
const ports = { database: held.database, keys: keys.stateKeys, clock: () => new Date() }
await ensureState(ports)
const app = createApp({
  database: held.database,
  keys: { receiptKeyId: keys.receiptKey.keyId, receiptPrivateKey: keys.receiptKey.privateKey },
  clock: ports.clock,
  https: { key: keys.tls.keyPem, cert: keys.tls.certificatePem },
  gateway: { webAuthority: keys.webAuthority },
  control: { keys: keys.stateKeys, connection: held.connection },
  logger: createLogger({ level: 'error', destination: process.stderr }),
})
const sockets = new Set<Duplex>()
app.server.on('upgrade', (_request, socket: Duplex) => {
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
})
let requests = { push: 0, busy: 0 }
app.addHook('onResponse', async (request, reply) => {
  if (request.method !== 'POST') return
  requests.push += 1
  if (reply.statusCode === 503) requests.busy += 1
})
await app.listen({ host: '127.0.0.1', port: 0 })

async function order(intent: OrderIntent) {
  const by = await findWarden(held.database, WARDEN)
  const startedNs = hrtime.bigint()
  const issued = await issueOrder(ports, { intent, by, via: 'console' })
  const storedNs = hrtime.bigint()
  if (issued.status !== 'in-force') throw new Error('the order needs a second warden')
  return { id: issued.id, version: issued.version, startedNs, storedNs }
}

/** What the peer of the first figure is: the same bytes to the same sockets, from this same process. */
async function bare() {
  const { jws } = must(await readState(held.database), 'a document')
  const frame = textFrame({ type: 'state', document: jws })
  const startedNs = hrtime.bigint()
  for (const socket of sockets) socket.write(frame)
  return { startedNs, bytes: frame.length }
}

function memory() {
  for (let times = 0; times < 3; times += 1) must(globalThis.gc, 'node --expose-gc')()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, heap: heapUsed + external, connections: sockets.size }
}

answerParent(serverAskedSchema, async asked => {
  switch (asked.ask) {
    case 'order':
      return order(asked.intent)
    case 'bare':
      return bare()
    case 'memory':
      return memory()
    case 'requests': {
      const counted = requests
      requests = { push: 0, busy: 0 }
      return counted
    }
    case 'stop':
      await app.close()
      return held.close()
  }
})
sayPort(app.server.address())
