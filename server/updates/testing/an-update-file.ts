import { createHash, type KeyObject, sign } from 'node:crypto'
import { aManifest } from '#shared/update/testing/a-manifest.ts'
import { manifestText, updateMembers } from '#shared/update/update-manifest.ts'

/** An update file as packages have it, of a program that is only bytes. */
export function anUpdateFile(version: string, program: Buffer, releaseKey: KeyObject): Buffer {
  const sha256 = createHash('sha256').update(program).digest('hex')
  const manifest = Buffer.from(manifestText(aManifest({ version, sha256, size: program.length })))
  return Buffer.concat([
    member(updateMembers.manifest, manifest),
    member(updateMembers.signature, sign(null, manifest, releaseKey)),
    member(updateMembers.program, program),
    Buffer.alloc(1024),
  ])
}

function member(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(512)
  head.write(name, 0, 'latin1')
  head.write('0000644\0', 100, 'latin1')
  head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  head.write('0', 156, 'latin1')
  head.write('ustar\0', 257, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}
