import { readFileSync } from 'node:fs'
import process from 'node:process'
import { createServer, type TLSSocket } from 'node:tls'
import { z } from 'zod'
import { must } from '#shared/errors/must.ts'
import { answerParent, sayPort } from './control-messages.ts'

/*
 * The peer of the memory figure: a process that holds TLS sockets open and has said on each as much as it heard, for a socket
 * nobody spoke on has touched less of its buffers. Named by where key and certificate lie.
 */
const [key, cert] = process.argv.slice(2).map(path => readFileSync(path, 'utf8'))
const sockets = new Set<TLSSocket>()
const server = createServer({ key: must(key, 'a key'), cert: must(cert, 'a certificate') }, socket => {
  sockets.add(socket)
  socket.on('data', (data: Buffer) => socket.write(data))
  socket.on('error', () => undefined)
  socket.once('close', () => sockets.delete(socket))
})
server.listen(0, '127.0.0.1', () => {
  sayPort(server.address())
})
answerParent(z.strictObject({ ask: z.enum(['memory', 'stop']) }), async ({ ask }) => {
  if (ask === 'stop') return undefined
  for (let times = 0; times < 3; times += 1) must(globalThis.gc, 'node --expose-gc')()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, heap: heapUsed + external, connections: sockets.size }
})
