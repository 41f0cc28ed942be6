import { ownDataFormats } from '../data-formats.ts'
import type { UpdateManifest } from '../update-manifest.ts'

export function aManifest(changes: Partial<UpdateManifest> = {}): UpdateManifest {
  return {
    format: 1,
    purpose: 'guichet-kiosk-update',
    version: '0.2.0',
    architecture: 'x64',
    builtAt: '2026-11-23T06:29:00.000Z',
    follows: '0.1.0',
    floor: '0.1.0',
    sha256: 'ab'.repeat(32),
    size: 1000,
    ...ownDataFormats,
    ...changes,
  }
}
