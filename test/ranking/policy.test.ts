/**
 * Following the suggested palpation finds all true sources far sooner than pressing at random, and about as soon as
 * working down the first list: docs/model/ranking.md has the figures, which differ from model to model by more than the
 * two policies do. On simulated people with two sources; the finger errs as often as the agreement of examiners lets it.
 */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase, type Finding } from '../../src/core/pain/case.ts'
import { indexEvidence } from '../../src/core/ranking/evidence.ts'
import { reliabilityFromKappa } from '../../src/core/ranking/next.ts'
import { type Ranked, rankCase, rankingModel } from '../../src/core/ranking/rank.ts'
import { crowdOf } from '../../src/core/ranking/simulation/people.ts'
import { seededRandom } from '../../src/core/ranking/simulation/random.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const model = rankingModel(atlas, evidence)
const crowd = crowdOf(knowledge, body, atlas)
const finger = reliabilityFromKappa(evidence.weights('finding-familiar-pain-kappa'))
const pressesAtMost = 20
const peopleCount = 40

type Spot = { readonly id: string; readonly side: 'left' | 'right' }
const rowOf = new Map(atlas.rows.map((row, i) => [`${row.id} ${row.side}`, i]))
const partOf = (i: number) => `${atlas.rows[i]!.muscle} ${atlas.rows[i]!.part} ${atlas.rows[i]!.side}`
const spotsOf = (ranked: Ranked): Spot[] =>
  ranked.sources.flatMap(({ id, kind, side }) => (kind === 'trigger-point' && side !== null ? [{ id, side }] : []))

/** Chooses the next spot from the first ranking, the newest one, and the muscles already felt. */
type Policy = (first: Ranked, now: Ranked, felt: ReadonlySet<string>, draw: () => number) => Spot | undefined
const open = (spots: readonly Spot[], felt: ReadonlySet<string>) =>
  spots.filter(({ id, side }) => !felt.has(partOf(rowOf.get(`${id} ${side}`)!)))
const suggested: Policy = (_, now, felt) => open(now.next, felt)[0] ?? open(spotsOf(now), felt)[0]
const downTheList: Policy = (first, _, felt) => open(spotsOf(first), felt)[0]
const atRandom: Policy = (first, _, felt, draw) => {
  const left = open(spotsOf(first).slice(0, 40), felt)
  return left[Math.floor(draw() * left.length)]
}

type Way = {
  /** Presses until every muscle with a true source has been pressed. */
  readonly presses: number
  /** By how much the truth gained after five presses, nats over all muscles. */
  readonly gainedNats: number
}

function follow(seed: number, policy: Policy): Way | null {
  const person = crowd.person(seed, undefined, 2)
  const truth = new Set(person.sources.filter((i) => atlas.rows[i]!.kind === 'trigger-point').map(partOf))
  if (truth.size === 0) return null
  const painted = { surface: body, paint: person.paint }
  const first = rankCase(model, blankCase, painted).ranked
  const draw = seededRandom(seed).uniform
  const felt = new Set<string>()
  const findings: Finding[] = []
  let now = first
  let missing = truth.size
  let gainedNats = 0
  let presses = pressesAtMost
  for (let count = 1; count <= pressesAtMost && (missing > 0 || count <= 5); count++) {
    const spot = policy(first, now, felt, draw)
    if (spot === undefined) break
    const i = rowOf.get(`${spot.id} ${spot.side}`)!
    felt.add(partOf(i))
    if (truth.has(partOf(i)) && --missing === 0) presses = count
    // What this finger would find here is the person's own and the same whatever was pressed before.
    const chance = seededRandom(seed * 7717 + i).uniform()
    const familiarPain = chance < (truth.has(partOf(i)) ? finger.sensitivity : 1 - finger.specificity)
    findings.push({ muscle: atlas.rows[i]!.muscle!, part: atlas.rows[i]!.part, side: spot.side, familiarPain })
    now = rankCase(model, { ...blankCase, findings }, painted).ranked
    if (count === 5) gainedNats = lossOf(first, truth) - lossOf(now, truth)
  }
  return { presses, gainedNats }
}

/** Nats that the truth costs under a ranking, each muscle by its likeliest point. */
function lossOf(ranked: Ranked, truth: ReadonlySet<string>): number {
  const best = new Map<string, number>()
  for (const { id, kind, side, probability } of ranked.sources) {
    if (kind !== 'trigger-point') continue
    const part = partOf(rowOf.get(`${id} ${side}`)!)
    best.set(part, Math.max(best.get(part) ?? 1e-6, probability))
  }
  return [...best].reduce((sum, [part, p]) => sum - Math.log(truth.has(part) ? p : 1 - p), 0)
}

describe('following the suggested palpation', () => {
  const mean = (policy: Policy): Way => {
    const ways = Array.from({ length: peopleCount }, (_, index) => follow(90_001 + index, policy)).filter(
      (way) => way !== null,
    )
    const of = (key: keyof Way) => ways.reduce((sum, way) => sum + way[key], 0) / ways.length
    return { presses: of('presses'), gainedNats: of('gainedNats') }
  }
  const [own, list, random] = [mean(suggested), mean(downTheList), mean(atRandom)]

  it('finds all true muscles in about as few presses as the first list from top to bottom', () => {
    expect(own.presses).toBeLessThan(1.25 * list.presses)
  })
  it('finds them in less than half of the presses that chance needs', () => {
    expect(own.presses).toBeLessThan(random.presses / 2)
  })
  it('brings the truth closer in five presses than chance does', () => {
    expect(own.gainedNats).toBeGreaterThan(random.gainedNats + 0.2)
  })
})
