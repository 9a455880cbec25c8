/** Whole numbers and text as bytes: seven bits a byte, small numbers in one. */

export class ByteWriter {
  private readonly out: number[] = []

  fixed32(value: number): void {
    for (const shift of [24, 16, 8, 0]) this.out.push((value >>> shift) & 255)
  }

  varint(value: number): void {
    let rest = value
    while (rest > 127) {
      this.out.push((rest & 127) | 128)
      rest >>>= 7
    }
    this.out.push(rest)
  }

  /** Small numbers of either sign stay small: 0, -1, 1, -2 become 0, 1, 2, 3. */
  signed(value: number): void {
    this.varint(value < 0 ? -value * 2 - 1 : value * 2)
  }

  /** ASCII only: ids and numbers. */
  text(value: string): void {
    this.varint(value.length)
    for (let i = 0; i < value.length; i++) this.out.push(value.charCodeAt(i) & 127)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.out)
  }
}

export class ByteReader {
  private at = 0

  constructor(private readonly from: Uint8Array) {}

  private next(): number {
    const byte = this.from[this.at++]
    if (byte === undefined) throw new Error('cannot read the body: the bytes end too early')
    return byte
  }

  fixed32(): number {
    return ((this.next() << 24) | (this.next() << 16) | (this.next() << 8) | this.next()) >>> 0
  }

  varint(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.next()
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }

  signed(): number {
    const value = this.varint()
    return value & 1 ? -((value + 1) / 2) : value / 2
  }

  text(): string {
    const length = this.varint()
    let out = ''
    for (let i = 0; i < length; i++) out += String.fromCharCode(this.next())
    return out
  }
}
