import { v4 as uuid } from 'uuid'
import type { TerminalId } from '#shared/contracts/ids.ts'
import { terminalIdSchema } from '#shared/contracts/ids.ts'
import type { LocalText } from '#shared/contracts/language.ts'
import { findWing, type KnownWing } from './find-wing.ts'

/** A line of a list of places: a cell of a wing, and the terminal in it. */
export interface PlaceRow {
  readonly line: number
  readonly wing: string
  readonly cell: string
  readonly terminal: string
  /** `undefined` where the list does not say. */
  readonly capacity: number | undefined
}

/** What is there already. */
export interface KnownPlaces {
  readonly wings: readonly KnownWing[]
  readonly cells: readonly { readonly id: string; readonly wingId: string; readonly capacity: number }[]
  readonly terminals: readonly { readonly name: string; readonly cellId: string }[]
}

/** What is missing for a list to be true. */
export interface PlacePlan {
  readonly wings: readonly KnownWing[]
  readonly cells: readonly { readonly id: string; readonly wing_id: string; readonly capacity: number }[]
  readonly terminals: readonly { readonly id: TerminalId; readonly name: string; readonly cell_id: string }[]
  /** In words, with the line. Where there is any, nothing may be made. */
  readonly problems: readonly string[]
}

/** How many people a new cell holds where the list does not say. */
const USUAL_CAPACITY = 1

/**
 * Decides what has to be made for every line to be true. Changes nothing that is there: a cell in another wing, a terminal in
 * another cell, another capacity and a name that stands for two things are problems.
 */
export function planPlaces(rows: readonly PlaceRow[], known: KnownPlaces): PlacePlan {
  const plan = new Planning(known)
  for (const row of rows) plan.add(row)
  return plan.made()
}

class Planning {
  readonly #wings: KnownWing[]
  readonly #cells: Map<string, { readonly wingId: string; readonly capacity: number }>
  readonly #terminals: Map<string, string>
  readonly #lines = new Map<string, number>()
  readonly #new = {
    wings: [] as KnownWing[],
    cells: [] as PlacePlan['cells'][number][],
    terminals: [] as PlacePlan['terminals'][number][],
  }
  readonly #problems: string[] = []

  constructor({ wings, cells, terminals }: KnownPlaces) {
    this.#wings = [...wings]
    this.#cells = new Map(cells.map(({ id, wingId, capacity }) => [id, { wingId, capacity }]))
    this.#terminals = new Map(terminals.map(({ name, cellId }) => [name, cellId]))
  }

  add(row: PlaceRow): void {
    const { line, terminal } = row
    const before = this.#lines.get(terminal)
    if (before !== undefined) this.#problems.push(`line ${line}: terminal ${terminal} is in line ${before} already`)
    this.#lines.set(terminal, line)
    const wingId = this.#wingOf(row)
    if (wingId === undefined) return
    this.#addCell(row, wingId)
    this.#addTerminal(row)
  }

  made(): PlacePlan {
    return { ...this.#new, problems: this.#problems }
  }

  #wingOf({ line, wing }: PlaceRow): string | undefined {
    const found = findWing(this.#wings, wing)
    if (found === 'several') {
      this.#problems.push(`line ${line}: several wings are called ${wing}; say the whole name`)
      return undefined
    }
    if (found !== undefined) return found.id
    const made = { id: uuid(), names: everywhere(wing) }
    this.#wings.push(made)
    this.#new.wings.push(made)
    return made.id
  }

  #addCell({ line, cell, capacity }: PlaceRow, wingId: string): void {
    const there = this.#cells.get(cell)
    if (there === undefined) {
      const made = { wingId, capacity: capacity ?? USUAL_CAPACITY }
      this.#cells.set(cell, made)
      this.#new.cells.push({ id: cell, wing_id: wingId, capacity: made.capacity })
      return
    }
    if (there.wingId !== wingId) this.#problems.push(`line ${line}: cell ${cell} is in another wing`)
    else if (capacity !== undefined && capacity !== there.capacity) {
      this.#problems.push(`line ${line}: cell ${cell} has room for ${there.capacity}, not for ${capacity}`)
    }
  }

  #addTerminal({ line, cell, terminal }: PlaceRow): void {
    const there = this.#terminals.get(terminal)
    if (there === undefined) {
      this.#terminals.set(terminal, cell)
      this.#new.terminals.push({ id: terminalIdSchema.parse(uuid()), name: terminal, cell_id: cell })
    } else if (there !== cell) {
      this.#problems.push(`line ${line}: terminal ${terminal} stands in cell ${there}`)
    }
  }
}

/** One text for every language until somebody translates it. */
function everywhere(text: string): LocalText {
  return { fr: text, nl: text, de: text, en: text }
}
