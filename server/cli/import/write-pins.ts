import { open } from 'node:fs/promises'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { PersonRow } from '../../people/plan-people.ts'

/**
 * Writes who got which PIN into a new file that its owner alone can read. It is the only place they ever stand in clear.
 *
 * Throws `IMPORT_REFUSED` where the file is there already: PINs somebody has not handed out yet are not written over.
 */
export async function writePins(
  path: string,
  people: readonly (PersonRow & { readonly pin: string })[],
): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new GuichetError(
        'IMPORT_REFUSED',
        `${path} is there already. PINs are never written over: name another file.`,
      )
    }
    throw error
  })
  try {
    const lines = people.map(({ number, givenName, familyName, cell, pin }) =>
      [number, givenName, familyName, cell, pin].join(','),
    )
    await file.writeFile(`${['number,given_name,family_name,cell,pin', ...lines].join('\n')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}
