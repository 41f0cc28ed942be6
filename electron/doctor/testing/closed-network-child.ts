import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { askForNames } from '../ask-for-names.ts'
import { forbiddenDoors, knock, nameOf } from '../reach.ts'

/*
 * A terminal's network in a network of its own, with nobody at the other end of the wire. Says what the doctor's own looks find
 * there: with the rules of the file it is given, without any, and without a way anywhere. Nothing leaves it. Run as
 *
 *   unshare --map-root-user --net node closed-network-child.mjs RULES
 */

const TIMEOUT_MS = 1200
const server = { host: '10.0.0.5', port: 7443 }

const run = (line: string) => execFileSync(line.split(' ')[0] ?? '', line.split(' ').slice(1), { stdio: 'inherit' })

async function look() {
  const forbidden = Promise.all(
    forbiddenDoors(server, server).map(async door => ({
      address: nameOf(door),
      outcome: await knock(door, TIMEOUT_MS),
    })),
  )
  const names = askForNames(TIMEOUT_MS, ['10.0.0.53', '127.0.0.1:5300'])
  return { forbidden: await forbidden, names: await names }
}

run('ip link set lo up')
const nowhere = await look()
run('ip link add wire0 type veth peer name wire1')
run('ip addr add 10.0.0.12/24 dev wire0')
run('ip link set wire0 up')
run('ip link set wire1 up')
run('ip route add default via 10.0.0.1')
run(`nft --file ${process.argv[2] ?? ''}`)
const kept = await look()
run('nft flush ruleset')
const open = await look()
process.stdout.write(JSON.stringify({ nowhere, kept, open }))
