import { join } from 'node:path'
import type { UpdateManifest } from '#shared/update/update-manifest.ts'

/** Where a server keeps the files that were added, below its data folder. */
export function updatesFolder(dataFolder: string): string {
  return join(dataFolder, 'updates')
}

/** The file of one version. Both parts were parsed: neither can lead out of the folder. */
export function updateFileIn(
  folder: string,
  { version, architecture }: Pick<UpdateManifest, 'version' | 'architecture'>,
) {
  return join(folder, `${version}-${architecture}.guichet-update`)
}
