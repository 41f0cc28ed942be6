import { PAGE_BYTES } from '#shared/journal/file-header.ts'
import { UNREADABLE_BYTE } from '#shared/journal/journal-files.ts'
import { endOfData } from '#shared/journal/zeros.ts'

/**
 * Whether `copy` has everything that `bytes` has, page by page: a page that is empty, or that the disk could not read, says
 * nothing that could be missing.
 */
export function holdsAll(copy: Uint8Array, bytes: Uint8Array): boolean {
  for (let offset = 0; offset < bytes.length; offset += PAGE_BYTES) {
    const page = pageAt(bytes, offset)
    if (!isSilent(page) && Buffer.compare(page, pageAt(copy, offset)) !== 0) return false
  }
  return true
}

/** Without the empty space at its end: where a copy ends it goes on with nothing. */
function pageAt(bytes: Uint8Array, offset: number): Uint8Array {
  const page = bytes.subarray(offset, offset + PAGE_BYTES)
  return page.subarray(0, endOfData(page))
}

function isSilent(page: Uint8Array): boolean {
  return page.every(byte => byte === UNREADABLE_BYTE)
}
