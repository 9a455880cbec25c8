/**
 * Simulation-based calibration (Talts 2018, arXiv 1804.06788): does the engine's posterior hold the truth as often as
 * it should, when truth and drawing come from the model itself?
 *
 * A set of sources is drawn from the prior and a drawing from the set. Then 19 sets are drawn from the engine's
 * posterior, and the truth is ranked among them by a random weighing of its sources. If the posterior is right, each of
 * the 20 ranks is as likely as any other, whatever the weighing; a chi-square tells how far from it they are. Two
 * weighings are used: with signs, which sees sources mistaken for each other, and without, which sees too many or too few.
 */
import type { Atlas } from '../../src/core/ranking/atlas.ts'
import type { Observation } from '../../src/core/ranking/observation.ts'
import { defaultParameters, type Parameters } from '../../src/core/ranking/parameters.ts'
import { type Random, seededRandom } from '../../src/core/ranking/simulation/random.ts'
import { logGamma, logLikelihood } from '../../src/core/ranking/table.ts'
import { exactPrior, membersOf } from './exact.ts'
import { crowdedRows, type ToyRow, toyAtlas, toyObservation, toyProblem } from './toy.ts'

/** A posterior over sets of sources: what is put to the test. */
export type SetPosterior = {
  readonly sets: readonly (readonly number[])[]
  readonly weights: readonly number[]
}

const rowCount = 10
const placeCount = 14
const prior = 0.12
const draws = 19
/** Every place of the toy skin is drawn by two patches that share their luck, as neighbours on the skin do. */
const copies = 2

/** The temper under which two patches of one luck count as the one look that they are. */
export const honest: Parameters = { ...defaultParameters, temper: 1 / copies, likeness: 0 }

/** 99.9 % of chi-squares with 19 degrees of freedom lie below this. */
export const chiSquareLimit = 43.8

/**
 * Chi-square of the ranks over 20 bins, the larger of both weighings; about 19 for a right posterior.
 *
 * @param engine  from drawing to posterior; `tampered` are the atlas's rows changed, for planting a bug
 */
export function rankChiSquare(
  rounds: number,
  engine: (atlas: Atlas, observation: Observation) => SetPosterior,
  tampered: (rows: readonly ToyRow[]) => readonly ToyRow[] = (rows) => rows,
): number {
  const counts = weighings.map(() => new Array<number>(draws + 1).fill(0))
  const worlds = 6
  for (let world = 1; world <= worlds; world++) {
    const rows = crowdedRows(world, rowCount, placeCount, prior)
    const truthAtlas = doubled(rows)
    const engineAtlas = doubled(tampered(rows))
    const random = seededRandom(world * 977)
    const drawTruth = truthsOf(truthAtlas)
    for (let round = 0; round < rounds / worlds; round++) {
      const truth = drawTruth(random)
      const observation = toyObservation(truthAtlas, drawnBy(truthAtlas, truth, random))
      const answer = engine(engineAtlas, observation)
      for (const [which, weigh] of weighings.entries()) counts[which]![rankOf(truth, answer, weigh, random)]!++
    }
  }
  return Math.max(...counts.map(chiSquare))
}

const weighings = [(random: Random) => random.normal(), (random: Random) => 1 + random.uniform()]

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

function doubled(rows: readonly ToyRow[]): Atlas {
  return toyAtlas(
    placeCount * copies,
    rows.map((row) => ({
      ...row,
      patches: Object.fromEntries(
        Object.entries(row.patches).flatMap(([place, hazard]) =>
          Array.from({ length: copies }, (_, copy) => [Number(place) + copy * placeCount, hazard]),
        ),
      ),
    })),
  )
}

/** Sets drawn from the prior of the equations, all 1,024 of them weighed. */
function truthsOf(atlas: Atlas): (random: Random) => readonly number[] {
  const problem = toyProblem(atlas, toyObservation(atlas, {}))
  const sets = Array.from({ length: 2 ** rowCount }, (_, mask) => membersOf(mask, rowCount))
  const weights = sets.map((members) => Math.exp(exactPrior(problem, members)))
  return (random) => sets[random.pick(weights)]!
}

/** A drawing from the untempered beta-binomial: each place once, and the same for its copies. */
function drawnBy(atlas: Atlas, members: readonly number[], random: Random): Record<number, number> {
  const whole = { ...defaultParameters, temper: 1 }
  const looks = whole.patchLooks
  const shares: Record<number, number> = {}
  for (let place = 0; place < placeCount; place++) {
    let hazard = whole.background
    for (const i of members) {
      for (let k = atlas.rowStart[i]!; k < atlas.rowStart[i + 1]!; k++)
        if (atlas.patchOf[k] === place) hazard += atlas.hazard[k]!
    }
    const chances = Array.from({ length: looks + 1 }, (_, count) => {
      const ways = logGamma(looks + 1) - logGamma(count + 1) - logGamma(looks - count + 1)
      return Math.exp(ways + logLikelihood(count / looks, hazard, whole))
    })
    const share = random.pick(chances) / looks
    for (let copy = 0; copy < copies; copy++) shares[place + copy * placeCount] = share
  }
  return shares
}

function rankOf(
  truth: readonly number[],
  { sets, weights }: SetPosterior,
  weigh: (random: Random) => number,
  random: Random,
): number {
  const weighing = Array.from({ length: rowCount }, () => weigh(random))
  const value = (members: readonly number[]) => members.reduce((sum, i) => sum + weighing[i]!, 0)
  const own = value(truth)
  let below = 0
  let equal = 0
  for (let draw = 0; draw < draws; draw++) {
    const other = value(sets[random.pick(weights)]!)
    if (other < own) below++
    else if (other === own) equal++
  }
  return below + random.below(equal + 1) // among equals any place is as good
}
