/** How fast is the ranking? The same measurement in Node and in a page of a browser, so that both can be compared. */
import type { Body } from '../../src/core/body/body.ts'
import { blankCase } from '../../src/core/pain/case.ts'
import { emptyPaint, type Paint } from '../../src/core/pain/paint.ts'
import type { Atlas } from '../../src/core/ranking/atlas.ts'
import { indexEvidence } from '../../src/core/ranking/evidence.ts'
import { changedPatches } from '../../src/core/ranking/follow.ts'
import { settled } from '../../src/core/ranking/parameters.ts'
import { rankCase, rankingModel, type Trace } from '../../src/core/ranking/rank.ts'
import { crowdOf } from '../../src/core/ranking/simulation/people.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'

export type Spread = { readonly median: number; readonly p95: number; readonly count: number }

export type Figures = {
  /** Milliseconds. */
  readonly full: Spread
  readonly settled: Spread
  readonly stroke: Spread
  readonly everything: Spread
  /** Patch evaluations of a whole drawing and of a stroke. */
  readonly fullWork: Spread
  readonly strokeWork: Spread
  /** Different bytes of atlas, table and paint that an answer has to read at least once. */
  readonly fullBytes: Spread
  readonly strokeBytes: Spread
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { median: at(0.5), p95: at(0.95), count: sorted.length }
}

export function measureRanking(
  { knowledge, body, atlas }: { readonly knowledge: Knowledge; readonly body: Body; readonly atlas: Atlas },
  peopleCount: number,
): Figures {
  const model = rankingModel(atlas, indexEvidence(knowledge))
  const crowd = crowdOf(knowledge, body, atlas)
  const drawings = Array.from({ length: peopleCount }, (_, index) => crowd.person(60_000 + index).paint)
  const rank = (paint: Paint, ...rest: [] | [typeof settled]) =>
    rankCase(model, blankCase, { surface: body, paint }, ...rest)
  for (const paint of drawings) rank(paint) // warm

  const full: number[] = []
  const fullWork: number[] = []
  const fullBytes: number[] = []
  for (const paint of [...drawings, ...drawings]) {
    const from = performance.now()
    const { ranked, trace } = rank(paint)
    full.push(performance.now() - from)
    fullWork.push(ranked.patchEvaluations)
    fullBytes.push(bytesOfFull(atlas, trace, paint.intensity.length))
  }
  const wide = drawings.slice(0, Math.ceil(peopleCount / 4)).map((paint) => timed(() => rank(paint, settled)))

  const stroke: number[] = []
  const strokeWork: number[] = []
  const strokeBytes: number[] = []
  for (const paint of drawings.slice(0, Math.ceil(peopleCount / 3))) {
    let trace: Trace | null = null
    for (const now of strokesOf(body, paint, 14)) {
      const before: Trace | null = trace
      const from = performance.now()
      const answer = rankCase(model, blankCase, { surface: body, paint: now }, undefined, before)
      const ms = performance.now() - from
      trace = answer.trace
      if (before === null) continue
      stroke.push(ms)
      strokeWork.push(answer.ranked.patchEvaluations)
      strokeBytes.push(bytesOfStroke(atlas, before, answer.trace))
    }
  }
  const all = { intensity: new Uint8Array(body.vertexAreaMm2.length).fill(5), quality: emptyPaint(1).quality }
  const everything = { ...all, quality: new Uint16Array(body.vertexAreaMm2.length) }
  rank(everything)
  return {
    full: spreadOf(full),
    settled: spreadOf(wide),
    stroke: spreadOf(stroke),
    everything: spreadOf(Array.from({ length: 12 }, () => timed(() => rank(everything)))),
    fullWork: spreadOf(fullWork),
    strokeWork: spreadOf(strokeWork),
    fullBytes: spreadOf(fullBytes),
    strokeBytes: spreadOf(strokeBytes),
  }
}

function timed(run: () => void): number {
  const from = performance.now()
  run()
  return performance.now() - from
}

/** The states of a drawing as a hand fills it: each stroke a thumb's breadth about one of its painted vertices. */
function strokesOf(body: Body, paint: Paint, count: number): Paint[] {
  const painted = [...paint.intensity.keys()].filter((v) => paint.intensity[v]! > 0)
  if (painted.length === 0) return []
  const p = body.positionsMm
  const intensity = new Uint8Array(paint.intensity.length)
  return Array.from({ length: count }, (_, stroke) => {
    const c = painted[Math.floor((stroke * painted.length) / count)]!
    for (let v = 0; v < intensity.length; v++) {
      const d = Math.hypot(p[v * 3]! - p[c * 3]!, p[v * 3 + 1]! - p[c * 3 + 1]!, p[v * 3 + 2]! - p[c * 3 + 2]!)
      if (d <= 27) intensity[v] = 5
    }
    return { intensity: intensity.slice(), quality: new Uint16Array(intensity.length) }
  })
}

/** Hazard 4, patch 2, piece 1. */
const bytesOfEntry = 7
/** Intensity 1, quality 2, area 4, patch 2, place 2, mirror 4. */
const bytesOfVertex = 15
const bytesOfLine = 320 * 8

function bytesOfFull(atlas: Atlas, { problem }: Trace, vertexCount: number): number {
  let entries = 0
  for (let i = 0; i < atlas.rows.length; i++)
    if (problem.meetsPaint[i] === 1) entries += atlas.rowStart[i + 1]! - atlas.rowStart[i]!
  const painted = problem.observation.share.filter((share) => share > 0).length
  return entries * bytesOfEntry + vertexCount * bytesOfVertex + (painted + 1) * bytesOfLine
}

function bytesOfStroke(atlas: Atlas, before: Trace, after: Trace): number {
  const changed = changedPatches(before.problem.observation, after.problem.observation)
  const entries = changed.reduce((sum, r) => sum + atlas.patchStart[r + 1]! - atlas.patchStart[r]!, 0)
  return entries * bytesOfEntry + changed.length * 2 * bytesOfLine
}
