import { resolve } from 'node:path'
import { renderUnicodeCompact } from 'uqr'
import type { Language } from '#shared/contracts/language.ts'
import { writeCode } from '#shared/enrolment/code.ts'
import { must } from '#shared/errors/must.ts'
import type { Database } from '../../database/open-database.ts'
import { readPrison } from '../../database/read-prison.ts'
import { revokeTerminalIn } from '../../enrolment/enrol-terminal.ts'
import { type MadeCode, makeCodesIn } from '../../enrolment/make-codes.ts'
import { momentWords } from '../moment-words.ts'
import { print, printJson } from '../print.ts'
import { commitWithFiles } from './commit-with-files.ts'
import { assertEquipped, type EnrolmentDesk, enrolmentFile, qrText } from './enrolment-desk.ts'

export interface OneWish {
  /** The terminal's name. */
  readonly terminal: string
  /** Takes the key of the terminal that is there now back at once; left out, it goes on until the code is used. */
  readonly isRevoked?: boolean
  readonly language: Language
  readonly lifeMs: number
  readonly qr: true | undefined
  readonly json: true | undefined
  /** Where an enrolment file is written. */
  readonly file: string | undefined
}

/** Makes one code and says everything a technician needs at the door. */
export async function enrolOne(database: Database, desk: EnrolmentDesk, wish: OneWish): Promise<void> {
  const { terminal, language, lifeMs } = wish
  await assertEquipped(desk, database)
  const { timeZone } = await readPrison(database)
  const codes = { terminals: [terminal], serverUrl: desk.serverUrl, language, lifeMs, madeBy: null }
  const now = new Date()
  const made = await commitWithFiles(database, async (transaction, stage) => {
    if (wish.isRevoked === true) await revokeTerminalIn(transaction, terminal, now)
    const [code] = await makeCodesIn(transaction, codes, now)
    const one = must(code, 'a code')
    if (wish.file !== undefined) await stage(resolve(wish.file), enrolmentFileText(desk, one))
    return one
  })
  if (wish.json === true) printJson(asData(desk, made))
  else sayCode(desk, made, { ...wish, until: momentWords(made.expiresAt, timeZone) })
}

/** What an enrolment file holds: whoever has it can be that terminal, once. */
export function enrolmentFileText(desk: EnrolmentDesk, made: MadeCode): string {
  return `${JSON.stringify(enrolmentFile(desk, made), null, 2)}\n`
}

/** What `--json` says of a code. */
export function asData(desk: EnrolmentDesk, made: MadeCode) {
  const { terminal, cell, wingNames, code, expiresAt } = made
  const { serverUrl: server, fingerprint, words } = desk
  const until = expiresAt.toISOString()
  return { terminal, cell, wing: wingNames, code, expiresAt: until, server, fingerprint, words, qr: qrText(desk, code) }
}

function sayCode(
  desk: EnrolmentDesk,
  { terminal, cell, wingNames, code }: MadeCode,
  { language, qr, file, until }: OneWish & { readonly until: string },
): void {
  print(`Code for terminal ${terminal} (${wingNames[language]}, cell ${cell}):`)
  print('')
  print(`    ${writeCode(code)}`)
  print('')
  print(`Server   ${desk.serverUrl}`)
  print(`Key      ${desk.words.join(' ')}`)
  print(`Until    ${until}. Works once; another code for ${terminal} makes this one worthless.`)
  if (file !== undefined)
    print(`File     ${resolve(file)}: whoever has it can be ${terminal}, once. Delete it afterwards.`)
  if (qr === true) print(`\n${renderUnicodeCompact(qrText(desk, code))}`)
}
