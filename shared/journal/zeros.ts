const WORD_BYTES = 4

/** The offset behind the last byte of `bytes` that is not zero; 0 when all are. */
export function endOfData(bytes: Uint8Array): number {
  const unaligned = (bytes.byteOffset + bytes.length) % WORD_BYTES
  let end = bytes.length
  while (end > bytes.length - unaligned && end > 0 && bytes[end - 1] === 0) end -= 1
  if (end === bytes.length - unaligned) end = endOfWords(bytes, end)
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return end
}

/** As far as whole words are zero, which is most of a journal: four bytes in one look. */
function endOfWords(bytes: Uint8Array, end: number): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + (end % WORD_BYTES), Math.floor(end / WORD_BYTES))
  let count = words.length
  while (count > 0 && words[count - 1] === 0) count -= 1
  return end - (words.length - count) * WORD_BYTES
}

/** Whether `bytes` holds nothing but zeros. */
export function isBlank(bytes: Uint8Array): boolean {
  return endOfData(bytes) === 0
}
