import { randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openJournal } from '#electron/journal/journal.ts'
import { loadStorageKey } from '#electron/journal/storage-key.ts'
import { createSealingKeyPair, publicHalf } from '#shared/sealing/sealing-key-pair.ts'
import { alternate, type Figure, median, ratioFigure, timed } from './measure.ts'
import { sampleOrder } from './sample-operations.ts'

const ROUNDS = 400
const FILE_BYTES = 8 * 1024 * 1024

/**
 * The journal's append of an order beside a bare append of as many bytes and fdatasync, on the same disk, in turn.
 */
export async function measureJournalAppend(folder: string): Promise<Figure[]> {
  const place = await mkdtemp(join(folder, 'journal-'))
  const keys = {
    storageKey: await loadStorageKey(place),
    recoveryKey: publicHalf(await createSealingKeyPair()),
    prisonId: randomUUID(),
  }
  const journal = await openJournal({ folder: join(place, 'journal'), keys, now: () => new Date() })
  const bare = await open(join(place, 'bare'), 'w')
  await bare.write(Buffer.alloc(FILE_BYTES))
  await bare.sync()
  const record = Buffer.from(JSON.stringify(sampleOrder(0)))
  let position = 0
  const times = await alternate(
    ROUNDS,
    round => timed(() => journal.append([{ type: 'operation', payload: sampleOrder(round) }])),
    () =>
      timed(async () => {
        await bare.write(record, 0, record.length, position)
        position = (position + record.length) % (FILE_BYTES - record.length)
        await bare.datasync()
      }),
  )
  await bare.close()
  await journal.close()
  await rm(place, { recursive: true })
  return [
    ratioFigure(
      'journal append, one order',
      { ours: median(times.ours), theirs: median(times.theirs), unit: 'ms', peer: 'bare append + fdatasync' },
      { atMost: 2 },
    ),
  ]
}
