import type { WebResourceType } from './resource-types.ts'
import { pageTypes } from './resource-types.ts'

/**
 * Domains below which anybody can open a site of their own. A wildcard over one of them lists the whole world, so the
 * policy language takes it only where paths and types narrow it. Not a complete public suffix list: that one is looked
 * into by `guichet policy check`, and vetting a site stays a person's work.
 */
const sharedDomains: ReadonlySet<string> = new Set(
  [
    'ac.uk co.jp co.uk com.au com.br com.tr',
    'gov.uk net.uk org.uk amazonaws.com s3.amazonaws.com cloudfront.net',
    'awsapprunner.com elasticbeanstalk.com azureedge.net azurefd.net azurewebsites.net blob.core.windows.net',
    'cloudapp.net appspot.com blogspot.com firebaseapp.com googleapis.com googleusercontent.com',
    'run.app web.app akamaihd.net akamaized.net b-cdn.net edgekey.net',
    'fastly.net jsdelivr.net r2.dev github.io githubusercontent.com gitlab.io',
    'netlify.app onrender.com pages.dev vercel.app fly.dev herokuapp.com',
    'workers.dev translate.goog wixsite.com wordpress.com weebly.com myshopify.com',
    'sharepoint.com tumblr.com typeform.com zendesk.com',
  ].flatMap(line => line.split(' ')),
)

/** Whether anyone may put a site below this domain. */
export function isSharedDomain(domain: string): boolean {
  return sharedDomains.has(domain)
}

/**
 * Whether a rule is narrow enough for a host that many strangers share: it names where its paths begin, and the types of
 * parts a page is made of. A page of a stranger would be a site of its own.
 */
export function isNarrowed({ paths, types }: Narrowing): boolean {
  const hasPlace = paths?.every(path => path !== '/' && !(path.slice(1).split('/')[0] ?? '').includes('*')) === true
  return hasPlace && types !== undefined && !pageTypes.some(type => types.includes(type))
}

interface Narrowing {
  readonly paths?: readonly string[] | undefined
  readonly types?: readonly WebResourceType[] | undefined
}
