import { createHash } from 'node:crypto'

/**
 * @import { InstalledPackage } from './installed-packages.mjs'
 * @typedef {object} Part something inside that npm did not install
 * @property {string} name
 * @property {string} version
 * @property {string} license
 * @property {string} [purl]
 *
 * @typedef {object} Inventory
 * @property {string} name of what is described
 * @property {string} version
 * @property {string} license
 * @property {string} at when it was built, ISO 8601
 * @property {readonly InstalledPackage[]} packages
 * @property {readonly Part[]} parts
 */

/**
 * A bill of materials in CycloneDX 1.6: what is inside, each with version, licence and checksum. The same inventory gives
 * the same text: its serial number is made of its content.
 *
 * Held by the tests in `sbom.test.ts`.
 *
 * @param {Inventory} inventory
 */
export function sbom({ name, version, license, at, packages, parts }) {
  const components = [...parts.map(partComponent), ...packages.map(packageComponent)]
  const subject = {
    'bom-ref': `${name}@${version}`,
    type: 'application',
    name,
    version,
    licenses: licences(license),
  }
  const body = {
    version: 1,
    metadata: { timestamp: at, component: subject },
    components,
    dependencies: [{ ref: subject['bom-ref'], dependsOn: components.map(component => component['bom-ref']) }],
  }
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(body))}`
  const head = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
  }
  return `${JSON.stringify({ ...head, serialNumber, ...body }, null, 2)}\n`
}

/** @param {Part} part */
function partComponent({ name, version, license, purl = `pkg:generic/${name}@${version}` }) {
  return { 'bom-ref': purl, type: 'framework', name, version, purl, licenses: licences(license) }
}

/** @param {InstalledPackage} installed */
function packageComponent({ name, version, license, place, integrity }) {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    // The same version may be there twice, in two places.
    'bom-ref': `${purl}#${place}`,
    type: 'library',
    ...(scope !== undefined && { group: scope }),
    name: bare,
    version,
    purl,
    licenses: licences(license),
    ...(integrity !== undefined && { hashes: hashes(integrity) }),
  }
}

/** A name of the SPDX list, or several with words between them. @param {string} license */
function licences(license) {
  if (license === 'NOASSERTION') return []
  return [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }]
}

/** @param {string} integrity as npm's lock has it, `sha512-<base64>` */
function hashes(integrity) {
  return integrity
    .split(' ')
    .map(hash => /^sha(1|256|384|512)-(.+)$/.exec(hash))
    .filter(match => match !== null)
    .map(([, bits = '', base64 = '']) => ({
      alg: `SHA-${bits}`,
      content: Buffer.from(base64, 'base64').toString('hex'),
    }))
}

/** A UUID of version 8: free form, here the beginning of a hash. @param {string} text */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
