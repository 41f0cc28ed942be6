import process, { argv } from 'node:process'
import { z } from 'zod'
import { orderIntentSchema } from '#shared/directive/order.ts'
import { openDatabase } from '../../database/open-database.ts'
import { loadStateKeys, type StateKeys } from '../../keys/state-keys.ts'
import { issueOrder } from '../orders/issue-order.ts'
import { startControlServer } from './control-server.ts'

/*
 * A prison server in a process of its own, for a test to have killed: told to give an order, it kills itself once the order is
 * stored, in the moment in which it has heard of the new document and sends it next.
 */

const connectionSchema = z.union([
  z.strictObject({ connectionString: z.string() }),
  z.strictObject({
    socketFolder: z.string(),
    port: z.int(),
    database: z.string(),
    user: z.string(),
    password: z.string().exactOptional(),
  }),
])
const wishSchema = z.strictObject({ connection: connectionSchema, keysFolder: z.string() })
const askedSchema = z.strictObject({
  intent: orderIntentSchema,
  by: z.strictObject({ id: z.string(), name: z.string() }),
})

const { connection, keysFolder } = wishSchema.parse(JSON.parse(argv[2] ?? ''))
const database = openDatabase(connection, { max: 5 })
const keys = await loadStateKeys(keysFolder)
let isDoomed = false
/** The server looks for the key of each document that is new to it before it sends that document. */
const keysOfServer: StateKeys = {
  first: keys.first,
  find: keyId => {
    if (isDoomed) process.kill(process.pid, 'SIGKILL')
    return keys.find(keyId)
  },
}
const { url } = await startControlServer({ database, keys: keysOfServer, connection })

process.on('message', message => {
  const { intent, by } = askedSchema.parse(message)
  isDoomed = true
  void issueOrder({ database, keys, clock: () => new Date() }, { intent, by, via: 'console' })
})
// Whoever started it is gone.
process.once('disconnect', () => process.exit())
process.send?.(url)
