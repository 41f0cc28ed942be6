import { execFile } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { answersText, sampleAnswers } from './sample-answers.ts'

const run = promisify(execFile)
const setUp = fileURLToPath(new URL('../set-up-terminal', import.meta.url))

/** A file as `set-up-terminal` writes it for the sample prison, with some of its answers changed. */
export async function shownFile(name: string, changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = temporaryFolder({ 'terminal.conf': answersText({ ...sampleAnswers, ...changed }) })
  const { stdout } = await run('bash', [setUp, '--show', name, '--answers', path.join(folder, 'terminal.conf')])
  return stdout
}
