import { readdir, readFile } from 'node:fs/promises'

const MEBIBYTE_IN_KIBIBYTES = 1024

/** The proportional set size of a process and all it started, in MiB: shared pages are counted by share (proc(5)). */
export async function proportionalMemory(root: number): Promise<number> {
  const children = await childrenByParent()
  const tree: number[] = []
  const waiting = [root]
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    tree.push(pid)
    waiting.push(...(children.get(pid) ?? []))
  }
  const sizes = await Promise.all(tree.map(proportionalKibibytes))
  return sizes.reduce((sum, size) => sum + size, 0) / MEBIBYTE_IN_KIBIBYTES
}

async function childrenByParent(): Promise<Map<number, number[]>> {
  const children = new Map<number, number[]>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    // A process may end between being listed and being read.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

async function proportionalKibibytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0)
}
