const zeroPage = Buffer.alloc(4096)

/** The offset behind the last byte of `bytes` that is not zero; 0 when all are. */
export function endOfData(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0) {
    const start = Math.max(0, end - zeroPage.length)
    if (!bytes.subarray(start, end).equals(zeroPage.subarray(0, end - start))) break
    end = start
  }
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return end
}

/** Whether `bytes` holds nothing but zeros. */
export function isBlank(bytes: Buffer): boolean {
  return endOfData(bytes) === 0
}
