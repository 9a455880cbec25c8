/** The few lines an illustrator adds inside the outline, drawn along the skin through landmarks. */
import type { Body } from '../body.ts'
import { shortestWay } from '../geodesic.ts'
import { landmarkKey } from '../landmark.ts'
import type { Vec } from '../vec.ts'
import type { Point } from './arcs.ts'
import { soften, thin } from './arcs.ts'
import type { Raster } from './raster.ts'
import { onPage } from './views.ts'

/** Landmark ids of each line; those that exist on both sides are drawn on both. */
const LINES: readonly (readonly string[])[] = [
  ['inner-canthus', 'eye', 'outer-canthus'],
  ['brow-inner', 'brow-mid', 'brow-tail'],
  ['nose-wing', 'nose-tip'],
  ['clavicle-inner', 'clavicle-middle'],
  ['rib-6-front', 'pectoral-lower-edge', 'anterior-axillary-fold'],
  ['sacrum-mid', 'gluteal-cleft', 'coccyx-tip'],
  ['spinous-process-t3', 'spinous-process-t9', 'spinous-process-l4'],
  ['scapula-medial-border-mid', 'scapula-inferior-angle'],
  ['anterior-superior-iliac-spine', 'groin-mid'],
  ['patella-inner', 'patella-tip', 'patella-outer'],
  ['xiphoid-tip', 'navel'],
  ['gluteal-fold-mid', 'thigh-inner-upper'],
]

/** The mouth, whose two corners are one landmark on both sides. */
const MOUTH: readonly string[] = ['mouth-corner/left', 'mouth-corner/right']

/** A point this far from what the reader sees there is hidden, or cut off. */
const HIDDEN_MM = 8
const LINE_ROUNDS = 40

export function innerLines(body: Body, raster: Raster): readonly (readonly Point[])[] {
  const out: (readonly Point[])[] = []
  const draw = (keys: readonly string[]) => {
    out.push(...visibleRuns(raster, wayThrough(body, keys)))
  }
  for (const line of LINES) {
    const sided = line.some((id) => body.landmarks.has(landmarkKey(id, 'left')))
    if (!sided) draw(line)
    else
      for (const side of ['left', 'right'] as const)
        draw(line.map((id) => (body.landmarks.has(id) ? id : landmarkKey(id, side))))
  }
  draw(MOUTH)
  return out
}

const ways = new WeakMap<Body, Map<string, readonly Vec[]>>()

/** Along the skin from landmark to landmark; the same on every chart, so worked out once a body. */
function wayThrough(body: Body, keys: readonly string[]): readonly Vec[] {
  const known = ways.get(body) ?? new Map<string, readonly Vec[]>()
  ways.set(body, known)
  const name = keys.join()
  const kept = known.get(name)
  if (kept) return kept
  const stops = keys.flatMap((key) => {
    const vertex = body.landmarks.get(key)?.vertex
    return vertex === null || vertex === undefined ? [] : [vertex]
  })
  const way: Vec[] = []
  for (let i = 1; i < stops.length; i++) way.push(...shortestWay(body, stops[i - 1]!, stops[i]!).map((w) => w.atMm))
  known.set(name, way)
  return way
}

/** The parts of a way that the reader sees. */
function visibleRuns(raster: Raster, way: readonly Vec[]): readonly (readonly Point[])[] {
  const runs: Point[][] = []
  let run: Point[] = []
  const close = () => {
    if (run.length > 1) runs.push([...thin(soften(run, false, LINE_ROUNDS), raster.view.mmPerPixel * 0.3)])
    run = []
  }
  for (const at of way) {
    const [x, y, near] = onPage(raster.view, at)
    const i = Math.floor((x - raster.leftMm) / raster.view.mmPerPixel)
    const j = Math.floor((y - raster.topMm) / raster.view.mmPerPixel)
    const isOn = i >= 0 && j >= 0 && i < raster.columns && j < raster.rows
    const seen = isOn ? raster.near[j * raster.columns + i]! : Number.NEGATIVE_INFINITY
    if (isOn && Math.abs(near - seen) < HIDDEN_MM) run.push([x, y])
    else close()
  }
  close()
  return runs
}
