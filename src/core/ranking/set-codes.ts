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

/** Room for so many codes at first, a power of two, and how much of it may fill. */
const room = 8192
const fullest = 0.75

/** A set of codes, in a table of its own: one of the language's would have to box each of them. */
export class SeenCodes {
  /** High and low half of each code in turn; both 0 where nothing is. */
  private codes = new Int32Array(2 * room)
  private slots = room
  private count = 0
  private hasZero = false

  /** True the first time that a code is met. */
  add(high: number, low: number): boolean {
    if (high === 0 && low === 0) {
      const isNew = !this.hasZero
      this.hasZero = true
      return isNew
    }
    if (this.count >= this.slots * fullest) this.grow()
    const { codes } = this
    const mask = this.slots - 1
    let slot = low & mask
    while (codes[2 * slot] !== 0 || codes[2 * slot + 1] !== 0) {
      if (codes[2 * slot] === high && codes[2 * slot + 1] === low) return false
      slot = (slot + 1) & mask
    }
    codes[2 * slot] = high
    codes[2 * slot + 1] = low
    this.count++
    return true
  }

  private grow(): void {
    const { codes } = this
    this.slots *= 4
    this.codes = new Int32Array(2 * this.slots)
    this.count = 0
    for (let at = 0; at < codes.length; at += 2) {
      if (codes[at] !== 0 || codes[at + 1] !== 0) this.add(codes[at]!, codes[at + 1]!)
    }
  }
}
