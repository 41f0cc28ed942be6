import { measureFanOut } from './control-fan-out.ts'
import { measureForgeries } from './control-forgeries.ts'
import { measureMaintenance } from './control-maintenance.ts'
import { startControlPrison } from './control-prison.ts'
import { measureStampede } from './control-stampede.ts'
import type { Figure } from './measure.ts'

/** Everything that is claimed about orders and their channel, with 1,000 terminals. */
export async function measureControl(folder: string, tell: (figures: readonly Figure[]) => void): Promise<void> {
  const prison = await startControlPrison(folder)
  try {
    tell(await measureFanOut(prison, folder, { count: 1000, rounds: 15 }))
    tell(await measureMaintenance(prison))
    tell(await measureStampede(prison))
    tell(await measureForgeries())
  } finally {
    await prison.stop()
  }
}

/** The same order to ten thousand. */
export async function measureControlAtTenThousand(
  folder: string,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> {
  const prison = await startControlPrison(folder)
  try {
    tell(await measureFanOut(prison, folder, { count: 10_000, rounds: 5 }))
  } finally {
    await prison.stop()
  }
}
