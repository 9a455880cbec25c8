/**
 * A number for a set of rows, the same in whatever order it was built, and which sets were met already.
 *
 * Two times 32 well mixed bits a row, added up: two sets of one search are taken for each other with a chance of about
 * 1e-12. Mixing matters: codes in step with the row would make {1, 4} and {2, 3} the same set.
 */

/** Both halves of a row's code. They add up with `| 0`, and what was added can be taken away again. */
export function highCode(row: number): number {
  return mixed(row, 0x9e3779b9)
}

export function lowCode(row: number): number {
  return mixed(row, 0x7f4a7c15)
}

/** 32 bits of the number, by the finishing steps of MurmurHash3. */
function mixed(row: number, seed: number): number {
  let bits = (row + 1) ^ seed
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) | 0
}

/** A set of codes, in a table of its own: one of the language's would have to box each of them. */
export class SeenCodes {
  private high = new Int32Array(4096)
  private low = new Int32Array(4096)
  private taken = new Uint8Array(4096)
  private count = 0

  /** True the first time that a code is met. */
  add(high: number, low: number): boolean {
    if (this.count * 2 > this.taken.length) this.grow()
    const mask = this.taken.length - 1
    let at = low & mask
    while (this.taken[at] === 1) {
      if (this.high[at] === high && this.low[at] === low) return false
      at = (at + 1) & mask
    }
    this.taken[at] = 1
    this.high[at] = high
    this.low[at] = low
    this.count++
    return true
  }

  private grow(): void {
    const { high, low, taken } = this
    this.high = new Int32Array(taken.length * 4)
    this.low = new Int32Array(taken.length * 4)
    this.taken = new Uint8Array(taken.length * 4)
    this.count = 0
    for (let at = 0; at < taken.length; at++) if (taken[at] === 1) this.add(high[at]!, low[at]!)
  }
}
