import type { Renderer } from '#shared/doctor/terminal-facts.ts'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const MOST = 50

/** The part of the file system that this looks at, so that a test can make one up. */
export interface ProcessTable {
  readonly pids: () => Promise<readonly string[]>
  /** A file of a process, as text; `undefined` where it ended meanwhile or may not be read. */
  readonly read: (pid: string, file: 'cmdline' | 'status') => Promise<string | undefined>
}

/** The processes of this machine. */
export const processTable: ProcessTable = {
  pids: async () => (await readdir('/proc')).filter(name => /^[0-9]+$/.test(name)),
  read: (pid, file) => readFile(path.join('/proc', pid, file), 'utf8').catch(() => undefined),
}

/**
 * The sandbox of every page that this program runs now, as the kernel has it, not as the browser part says it is. Only those
 * of `program`: another browser on a desk is not the kiosk's.
 */
export async function readRenderers(program: string, table: ProcessTable): Promise<Renderer[]> {
  const found = await Promise.all(
    (await table.pids()).map(async pid => {
      const [command, status] = await Promise.all([table.read(pid, 'cmdline'), table.read(pid, 'status')])
      if (command === undefined || status === undefined) return []
      const isOurs = command.startsWith(program) && /[\0 ]--type=renderer(?:[\0 ]|$)/.test(command)
      return isOurs ? [readStatus(Number(pid), status)] : []
    }),
  )
  return found.flat().slice(0, MOST)
}

/** Reads `/proc/<pid>/status`. A line that is missing counts as not protected. */
export function readStatus(pid: number, status: string): Renderer {
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1]?.trim() ?? ''
  return {
    pid,
    seccomp: Number.parseInt(field('Seccomp'), 10) || 0,
    hasNoNewPrivileges: field('NoNewPrivs') === '1',
    // One number for each process namespace it lies in.
    isNamespaced: field('NSpid').split(/\s+/).length > 1,
    hasCapabilities: !/^0+$/.test(field('CapEff')),
  }
}
