import { readFileSync } from 'node:fs'
import { PAGE_ORIGIN } from './page-address.ts'
import { listPageFiles, type PageFile } from './page-files.ts'
import { pageHeaders } from './page-headers.ts'

/*
 * Threat: a custom scheme that turns an address into a path hands out the machine's files, and one that is
 * open to every session hands out the kiosk. This one answers only where it is registered, only GET, only
 * its own host, and only what was listed when it was built.
 */

/** Only these of a request count. */
export interface PageRequest {
  readonly url: string
  readonly method: string
}

export interface PageAnswer {
  readonly statusCode: 200 | 404 | 405
  readonly headers: Record<string, string>
  readonly data: Buffer
}

export type ServePage = (request: PageRequest) => PageAnswer

/** Serves the built kiosk page in `folder`. Held by `serve-page.test.ts`. */
export function createServePage(folder: string): ServePage {
  let listed: ReadonlyMap<string, PageFile> | undefined
  return ({ url, method }) => {
    if (method !== 'GET') return refuse(405)
    listed ??= listPageFiles(folder)
    const found = find(listed, url)
    if (found === undefined) return refuse(404)
    const headers = { ...pageHeaders, 'content-type': found.mimeType }
    return { statusCode: 200, headers, data: readFileSync(found.file) }
  }
}

function find(files: ReadonlyMap<string, PageFile>, url: string): PageFile | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host, pathname, username, password, search } = new URL(url)
  const isOwn = `${protocol}//${host}` === PAGE_ORIGIN && username === '' && password === '' && search === ''
  return isOwn ? files.get(pathname) : undefined
}

function refuse(statusCode: 404 | 405): PageAnswer {
  return { statusCode, headers: { ...pageHeaders }, data: Buffer.alloc(0) }
}
