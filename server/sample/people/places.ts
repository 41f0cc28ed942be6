import type { LocalText } from '#shared/contracts/language.ts'
import { type TerminalId, terminalIdSchema } from '#shared/contracts/ids.ts'
import { stableId } from '../stable-id.ts'

const CELLS_PER_WING = 15
const CELL_CAPACITY = 2

export interface SampleWing {
  readonly id: string
  readonly names: LocalText
}

export interface SampleCell {
  readonly id: string
  readonly wingId: string
  /** As painted beside the door: wing and number. */
  readonly name: string
  readonly capacity: number
}

/** A terminal that is to be enrolled: its key is made then, so there is none here. */
export interface SampleTerminal {
  readonly id: TerminalId
  readonly name: string
  readonly cellId: string
}

export interface SamplePlaces {
  readonly wings: readonly SampleWing[]
  readonly cells: readonly SampleCell[]
  readonly terminals: readonly SampleTerminal[]
}

function createCells(wingLetter: string): readonly SampleCell[] {
  return Array.from({ length: CELLS_PER_WING }, (_, index) => {
    const name = `${wingLetter}-${String(index + 1).padStart(2, '0')}`
    return { id: stableId(`cell:${name}`), wingId: stableId(`wing:${wingLetter}`), name, capacity: CELL_CAPACITY }
  })
}

/** Two wings of fifteen cells, one terminal in each cell, called like it. */
export function createPlaces(): SamplePlaces {
  const letters = ['A', 'B']
  const cells = letters.flatMap(createCells)
  return {
    wings: letters.map(letter => ({
      id: stableId(`wing:${letter}`),
      names: { fr: `Aile ${letter}`, nl: `Vleugel ${letter}`, de: `Flügel ${letter}`, en: `Wing ${letter}` },
    })),
    cells,
    terminals: cells.map(({ id: cellId, name }) => ({
      id: terminalIdSchema.parse(stableId(`terminal:${name}`)),
      name,
      cellId,
    })),
  }
}
