/**
 * The laws of the ranking at full size: `npm run gate:ranking` (minutes; the tests run a part of each). A slow sampler
 * on 20 drawings, 1,000 strokes and erasures against fresh rankings, and drawings that should convince nobody. Prints
 * what was counted, and ends with 1 where a gate is broken.
 */
import { blankCase } from '../src/core/pain/case.ts'
import { emptyPaint, type Paint } from '../src/core/pain/paint.ts'
import { indexEvidence, logOddsOf } from '../src/core/ranking/evidence.ts'
import { observe } from '../src/core/ranking/observation.ts'
import { defaultParameters, settled } from '../src/core/ranking/parameters.ts'
import { posterior } from '../src/core/ranking/posterior.ts'
import { groundOf, layAgainst } from '../src/core/ranking/problem.ts'
import { rankCase, rankingModel } from '../src/core/ranking/rank.ts'
import { search } from '../src/core/ranking/search.ts'
import { crowdOf } from '../src/core/ranking/simulation/people.ts'
import { seededRandom } from '../src/core/ranking/simulation/random.ts'
import { gibbsMarginals } from '../test/ranking/gibbs.ts'
import { readBaked } from './baked.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const model = rankingModel(atlas, evidence)
const crowd = crowdOf(knowledge, body, atlas)
const vertexCount = body.vertexAreaMm2.length
let broken = 0

function gate(name: string, holds: boolean, said: string): void {
  if (!holds) broken++
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${name}: ${said}`)
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!
}

function sampler(): void {
  const ground = groundOf(atlas, defaultParameters)
  const logOdds = logOddsOf(atlas, evidence, blankCase)
  const means: number[] = []
  const gaps: number[] = []
  for (let seed = 1; seed <= 20; seed++) {
    const { paint } = crowd.person(82_000 + seed, undefined, 1 + (seed % 3))
    const problem = layAgainst(ground, observe(atlas, { surface: body, paint }, []), logOdds, [])
    const { raw } = posterior(problem, search(problem, settled))
    // Look-alikes share after the search; the sampler knows only own patterns.
    const own = [...raw.keys()].filter((i) => atlas.rows[i]!.drawnLike.length === 0)
    const rows = own.sort((a, b) => raw[b]! - raw[a]!).slice(0, 80)
    const alike = [...raw.keys()].filter((i) => atlas.rows[i]!.drawnLike.length > 0 && problem.meetsPaint[i] === 1)
    const { marginal } = gibbsMarginals(problem, [...rows, ...alike], { sweeps: 5000, seed })
    const ten = rows.slice(0, 10).map((row) => Math.abs(raw[row]! - marginal.get(row)!))
    gaps.push(...ten)
    means.push(ten.reduce((sum, gap) => sum + gap, 0) / ten.length)
  }
  gate(
    'sampler of 5,000 sweeps on 20 drawings',
    means.every((mean) => mean <= 0.05),
    `mean difference of the first ten ${quantile(means, 0.5).toFixed(3)} median, ${Math.max(...means).toFixed(3)} at most; single ones ${quantile(gaps, 0.5).toFixed(3)} median, ${quantile(gaps, 0.95).toFixed(3)} p95`,
  )
}

function strokes(): void {
  let counted = 0
  let unlike = 0
  const gaps: number[] = []
  for (let seed = 1; counted < 1000; seed++) {
    const random = seededRandom(seed + 400)
    const drawn = crowd.person(86_000 + seed, undefined, 1 + (seed % 3)).paint
    const spots = [...drawn.intensity.keys()].filter((v) => drawn.intensity[v]! > 0)
    if (spots.length === 0) continue
    const paint = emptyPaint(vertexCount)
    let trace: ReturnType<typeof rankCase>['trace'] | null = null
    for (let stroke = 0; stroke < 25; stroke++) {
      dab(paint, spots[random.below(spots.length)]!, random.uniform() < 0.2 ? 0 : 5)
      const now: Paint = { intensity: paint.intensity.slice(), quality: paint.quality }
      const followed = rankCase(model, blankCase, { surface: body, paint: now }, undefined, trace)
      const fresh = rankCase(model, blankCase, { surface: body, paint: now })
      trace = followed.trace
      counted++
      const [one, other] = [followed.trace.problem.observation, fresh.trace.problem.observation]
      if (one.share.some((share, r) => share !== other.share[r])) unlike++
      const own = new Map(fresh.ranked.sources.map(({ id, side, probability }) => [`${id} ${side}`, probability]))
      for (const { id, side, probability } of followed.ranked.sources.slice(0, 10))
        gaps.push(Math.abs(probability - own.get(`${id} ${side}`)!))
    }
  }
  gate(
    `${counted} strokes and erasures`,
    unlike === 0 && quantile(gaps, 0.5) <= 0.03,
    `${unlike} observations unlike a recount; probabilities against a fresh search ${quantile(gaps, 0.5).toFixed(3)} median, ${quantile(gaps, 0.95).toFixed(3)} p95`,
  )
}

function dab(paint: Paint, centre: number, value: number): void {
  const p = body.positionsMm
  for (let v = 0; v < vertexCount; v++) {
    const mm = Math.hypot(
      p[v * 3]! - p[centre * 3]!,
      p[v * 3 + 1]! - p[centre * 3 + 1]!,
      p[v * 3 + 2]! - p[centre * 3 + 2]!,
    )
    if (mm < 27) paint.intensity[v] = value
  }
}

function robustness(): void {
  const rows: [string, (v: number) => boolean][] = [
    ['nothing', () => false],
    ['everything', () => true],
    ...[0.6, 0.4, 0.25].map((share): [string, (v: number) => boolean] => {
      const random = seededRandom(11)
      const on = body.patches.map(() => random.uniform() < share)
      return [`a random ${100 * share} % of all patches`, (v) => on[body.patchOfVertex[v]!]!]
    }),
    ['the left half', (v) => body.positionsMm[v * 3]! > 0],
    [
      '1 % of all vertices',
      (
        (random) => () =>
          random.uniform() < 0.01
      )(seededRandom(12)),
    ],
    ['one vertex', (v) => v === 12_345],
  ]
  for (const [name, isPainted] of rows) {
    const paint = emptyPaint(vertexCount)
    for (let v = 0; v < vertexCount; v++) if (isPainted(v)) paint.intensity[v] = 5
    const { sources, pattern, unexplained } = rankCase(model, blankCase, { surface: body, paint }).ranked
    const likely = sources.filter(({ kind, probability }) => kind === 'trigger-point' && probability > 0.5).length
    gate(
      `painted: ${name}`,
      likely <= 4,
      `${pattern}, ${likely} points above .5, unexplained ${unexplained.toFixed(2)}`,
    )
  }
}

sampler()
strokes()
robustness()
process.exitCode = broken === 0 ? 0 : 1
