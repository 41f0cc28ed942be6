/** Reading JSON before any package is installed, so without the schema library. */

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 * @throws {SyntaxError} when the text is not a JSON object
 */
export function parseJsonRecord(text) {
  /** @type {unknown} */
  const value = JSON.parse(text)
  if (!isRecord(value)) throw new SyntaxError('A JSON object was expected.')
  return value
}
