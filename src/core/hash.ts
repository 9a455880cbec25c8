/**
 * A short name for a content, so that two editions can be told apart. Not a safeguard against anybody.
 *
 * FNV-1a over bytes, 53 bits kept by two 32-bit lanes with different offsets.
 * @returns 12 hexadecimal digits
 */
export function contentHash(content: string | Uint8Array): string {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  const length = content.length
  for (let i = 0; i < length; i++) {
    const unit = typeof content === 'string' ? content.charCodeAt(i) : content[i]!
    low = Math.imul(low ^ (unit & 0xff), 0x01000193)
    low = Math.imul(low ^ (unit >>> 8), 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13)
  }
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 16).toString(16).padStart(4, '0')
}
