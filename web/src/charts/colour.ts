/** Colours the squares of a chart: paint where a stroke left it, the zone of a source below it. */
import type { ZoneCover } from '../model.ts'
import type { ShownInk } from '../session/smooth-ink.ts'
import { painColour, type SceneColours } from '../theme.ts'
import type { Flat } from './flat.ts'
import type { PlaceShare } from './shares.ts'

/** How far around its border, in parts of 255, a colour fades: a soft pixel and no more. */
const soft = 26

/**
 * @param painted  places painted evenly are left to the drawing, which fills them up to its own lines; nothing runs
 *   over a border into a place that has no paint
 */
export function colourChart(
  canvas: HTMLCanvasElement,
  flat: Flat,
  ink: ShownInk,
  zone: ZoneCover | null,
  painted: readonly PlaceShare[],
  colours: SceneColours,
): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const picture = pen.createImageData(flat.columns, flat.rows)
  const { data } = picture
  const zoneRgb = hexChannels(colours.zone)
  for (let i = 0; i < flat.cells.length; i++) {
    const { even: filled, level } = painted[flat.places[i]!]!
    let cover = 0
    let shade = 0
    let weight = 0
    let essential = 0
    let spillover = 0
    for (let corner = 3 * i; corner < 3 * i + 3; corner++) {
      const v = flat.corners[corner]!
      const share = flat.shares[corner]!
      const own = ink.cover[v]!
      cover += share * own
      if (own > 0) {
        shade += share * own * ink.shade[v]!
        weight += share * own
      }
      if (zone === null) continue
      essential += share * zone.essential[v]!
      spillover += share * Math.max(zone.spillover[v]!, zone.essential[v]!)
    }
    const dyed = filled || level === 0 || weight <= 0 ? 0 : edge(cover)
    const lit = zone === null || filled ? 0 : Math.max(0.62 * edge(essential), 0.28 * edge(spillover))
    const alpha = dyed + (1 - dyed) * lit
    if (alpha <= 0.004) continue
    const rgb = painRgb(weight <= 0 ? 1 : shade / weight)
    const at = 4 * flat.cells[i]!
    for (let channel = 0; channel < 3; channel++) {
      data[at + channel] = (dyed * rgb[channel]! + (1 - dyed) * lit * zoneRgb[channel]!) / alpha
    }
    data[at + 3] = 255 * alpha
  }
  pen.putImageData(picture, 0, 0)
}

function edge(value: number): number {
  const t = Math.min(1, Math.max(0, (value - 128 + soft) / (2 * soft)))
  return t * t * (3 - 2 * t)
}

const tenths = Array.from({ length: 101 }, (_, i) =>
  painColour(i / 10)
    .match(/\d+/g)!
    .map(Number),
)

function painRgb(intensity: number): readonly number[] {
  return tenths[Math.round(Math.min(10, Math.max(1, intensity)) * 10)]!
}

function hexChannels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}
