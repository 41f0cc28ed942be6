import { stderr, stdout } from 'node:process'

/** The one place a command speaks. Results go to standard output, everything else to standard error. */
export function print(line: string): void {
  stdout.write(`${line}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

export function complain(line: string): void {
  stderr.write(`${line}\n`)
}
