import { Client } from 'pg'
import { type DatabaseConnection, target } from './open-database.ts'

const TRY_AGAIN_MS = 1000

export interface Listening {
  readonly close: () => Promise<void>
}

/**
 * Hears what transactions of any server announce (`pg_notify`) on `channels`, on a connection of its own.
 *
 * A connection that breaks is made again; what was announced in between is lost. So whoever listens also looks from time to time.
 */
export function listen(
  connection: DatabaseConnection,
  channels: readonly string[],
  onNotification: (channel: string) => void,
): Listening {
  let isClosed = false
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined

  const connect = (): void => {
    const own = createClient(connection, onNotification)
    client = own
    const comeBack = (): void => {
      if (isClosed || client !== own) return
      client = undefined
      own.end().catch(ignore)
      timer = setTimeout(connect, TRY_AGAIN_MS)
      timer.unref()
    }
    own.on('error', comeBack)
    own.on('end', comeBack)
    begin(own, channels, onNotification).catch(comeBack)
  }

  connect()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(ignore)
    },
  }
}

function createClient(connection: DatabaseConnection, onNotification: (channel: string) => void): Client {
  const client = new Client({ ...target(connection), keepAlive: true, application_name: 'guichet listening' })
  client.on('notification', ({ channel }) => {
    onNotification(channel)
  })
  return client
}

async function begin(
  client: Client,
  channels: readonly string[],
  onNotification: (channel: string) => void,
): Promise<void> {
  await client.connect()
  for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`)
  // What was announced before this moment was not heard.
  for (const channel of channels) onNotification(channel)
}

function ignore(): void {
  // The database is away, as whoever polls it learns too.
}
