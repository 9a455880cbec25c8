import { describe, expect, it } from 'vitest'
import { smoothInk } from '../../web/src/session/smooth-ink.ts'

/** A sheet of squares, each cut into two triangles. */
function sheet(columns: number, rows: number) {
  const triangles: number[] = []
  for (let y = 0; y + 1 < rows; y++) {
    for (let x = 0; x + 1 < columns; x++) {
      const at = y * columns + x
      triangles.push(at, at + 1, at + columns, at + 1, at + columns + 1, at + columns)
    }
  }
  return { triangles: Uint32Array.from(triangles) }
}

const columns = 24
const rows = 24
const inkOf = (coverAt: (x: number, y: number) => number) => {
  const cover = Uint8Array.from({ length: columns * rows }, (_, v) => coverAt(v % columns, Math.floor(v / columns)))
  return { cover, shade: cover.map((value) => (value > 0 ? 5 : 0)) }
}

describe('smoothInk', () => {
  const skin = sheet(columns, rows)

  it('leaves the soft border of a brush as it is', () => {
    const brushed = inkOf((x) => Math.max(0, 255 - 40 * x))
    expect(smoothInk(skin, brushed)).toBe(brushed)
  })

  it('turns a step at a vertex into a slope with its middle at the step', () => {
    const { cover } = smoothInk(
      skin,
      inkOf((x) => (x < 12 ? 255 : 0)),
    )
    const row = [...cover.slice(10 * columns, 11 * columns)]
    expect(row[2]).toBe(255)
    expect(row[21]).toBe(0)
    expect(row[11]).toBeGreaterThan(128)
    expect(row[12]).toBeLessThan(128)
    for (let x = 1; x < columns; x++) expect(row[x]).toBeLessThanOrEqual(row[x - 1]!)
  })

  it('gives the softened edge the colour of what it is the edge of', () => {
    const { cover, shade } = smoothInk(
      skin,
      inkOf((x) => (x < 12 ? 255 : 0)),
    )
    for (const [v, value] of cover.entries()) if (value > 40) expect(shade[v]).toBe(5)
  })
})
