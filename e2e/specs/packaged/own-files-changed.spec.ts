import { generateKeyPairSync, sign } from 'node:crypto'
import { open, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PackagedKiosk } from '../../fixtures/packaged-kiosk.ts'
import { expect, test } from '../../fixtures/test.ts'

async function changeByte(file: string, fromEnd: number): Promise<void> {
  const handle = await open(file, 'r+')
  const position = (await handle.stat()).size - fromEnd
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, position)
  await handle.write(Buffer.from([buffer.readUInt8(0) ^ 1]), 0, 1, position)
  await handle.close()
}

const changes: Readonly<Record<string, (kiosk: PackagedKiosk) => Promise<unknown>>> = {
  'a byte of its scripts': async kiosk => changeByte(await kiosk.own('resources/app.asar'), 1000),
  'a byte of its program': async kiosk => changeByte(await kiosk.own('kiosk'), 500),
  'a library more': kiosk => writeFile(path.join(kiosk.folder, 'libextra.so'), ''),
  'a language less': kiosk => rm(path.join(kiosk.folder, 'locales/fr.pak')),
  'no signature': kiosk => rm(path.join(kiosk.folder, 'resources/integrity.json.sig')),
  'the signature of another key': async kiosk => {
    const list = await readFile(path.join(kiosk.folder, 'resources/integrity.json'))
    const { privateKey } = generateKeyPairSync('ed25519')
    await writeFile(await kiosk.own('resources/integrity.json.sig'), sign(null, list, privateKey))
  },
}

for (const [what, change] of Object.entries(changes)) {
  test(`a packaged kiosk with ${what} starts nothing`, async () => {
    const kiosk = await PackagedKiosk.create()
    try {
      await change(kiosk)
      const started = kiosk.start()
      expect(await started.exitCode()).toBe(78)
      expect(started.said).toContain('"code":"INSTALLATION_CHANGED"')
      expect(started.said).toContain('its own files are not those that were packaged')
      expect(started.said).not.toContain('"code":"BUILD"')
    } finally {
      await kiosk.dispose()
    }
  })
}
