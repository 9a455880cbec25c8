/** Colours the squares of a flat figure: a drawing, or what changed from one drawing to the next. */
import type { Flat } from '../../charts/flat.ts'
import type { ShownInk } from '../../session/smooth-ink.ts'
import { painColour } from '../../theme.ts'

type Rgb = readonly [number, number, number]

const skin: Rgb = [236, 227, 217]
/** Gone, still there, new. */
export const changeColours = { gone: '#7fb9b0', same: '#eeb49c', fresh: '#b8402a' } as const

/** How far around its border, in parts of 255, a colour fades: a soft pixel and no more. */
const soft = 26

/** @param earlier  where it is given, the difference is shown instead of the drawing */
export function paintFlat(
  canvas: HTMLCanvasElement,
  flat: Flat,
  now: ShownInk | null,
  earlier: ShownInk | null = null,
): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const picture = pen.createImageData(flat.columns, flat.rows)
  const gone = channels(changeColours.gone)
  const same = channels(changeColours.same)
  const fresh = channels(changeColours.fresh)
  for (let i = 0; i < flat.cells.length; i++) {
    const is = coverAt(flat, now, i)
    const was = coverAt(flat, earlier, i)
    let rgb = skin
    if (earlier === null) rgb = mix(skin, painRgb(is.shade), is.share)
    else rgb = mix(mix(skin, gone, was.share), mix(fresh, same, was.share), is.share)
    const at = 4 * flat.cells[i]!
    for (let channel = 0; channel < 3; channel++) picture.data[at + channel] = rgb[channel]!
    picture.data[at + 3] = 255
  }
  pen.putImageData(picture, 0, 0)
}

/** How much of a square is painted, 0 to 1, and how strongly, 1 to 10. */
function coverAt(flat: Flat, ink: ShownInk | null, i: number): { readonly share: number; readonly shade: number } {
  if (ink === null) return { share: 0, shade: 1 }
  let cover = 0
  let shade = 0
  let weight = 0
  for (let corner = 3 * i; corner < 3 * i + 3; corner++) {
    const v = flat.corners[corner]!
    const own = flat.shares[corner]! * ink.cover[v]!
    cover += own
    if (own > 0) {
      shade += own * ink.shade[v]!
      weight += own
    }
  }
  const t = Math.min(1, Math.max(0, (cover - 128 + soft) / (2 * soft)))
  return { share: weight <= 0 ? 0 : t * t * (3 - 2 * t), shade: weight <= 0 ? 1 : shade / weight }
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((channel) => from[channel]! + share * (to[channel]! - from[channel]!)) as unknown as Rgb
}

function channels(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
}

const tenths = Array.from(
  { length: 101 },
  (_, i) =>
    painColour(i / 10)
      .match(/\d+/g)!
      .map(Number) as unknown as Rgb,
)

function painRgb(intensity: number): Rgb {
  return tenths[Math.round(Math.min(10, Math.max(1, intensity)) * 10)]!
}
