import { buildNow } from '../bundle/ensure-built.mjs'

export async function run() {
  await buildNow(process.cwd())
  return 0
}
