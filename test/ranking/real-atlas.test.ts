/** Laws on the real body and the real atlas: mirror, recount, robustness, and a slow sampler as the oracle. */
import { describe, expect, it } from 'vitest'
import { readBaked } from '../../scripts/baked.ts'
import { blankCase, type Case } from '../../src/core/pain/case.ts'
import { emptyPaint, type Paint } from '../../src/core/pain/paint.ts'
import { indexEvidence, logOddsOf } from '../../src/core/ranking/evidence.ts'
import { observe } from '../../src/core/ranking/observation.ts'
import { defaultParameters, settled } from '../../src/core/ranking/parameters.ts'
import { posterior } from '../../src/core/ranking/posterior.ts'
import { groundOf, layAgainst } from '../../src/core/ranking/problem.ts'
import { rankCase, rankingModel } from '../../src/core/ranking/rank.ts'
import { search } from '../../src/core/ranking/search.ts'
import { crowdOf } from '../../src/core/ranking/simulation/people.ts'
import { seededRandom } from '../../src/core/ranking/simulation/random.ts'
import { gibbsMarginals } from './gibbs.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const model = rankingModel(atlas, evidence)
const crowd = crowdOf(knowledge, body, atlas)
const vertexCount = body.vertexAreaMm2.length

function rankPaint(paint: Paint, given: Case = blankCase) {
  return rankCase(model, given, { surface: body, paint }).ranked
}

function painted(isPainted: (vertex: number) => boolean): Paint {
  const paint = emptyPaint(vertexCount)
  for (let v = 0; v < vertexCount; v++) if (isPainted(v)) paint.intensity[v] = 5
  return paint
}

/** Organs lie on one side: without them the body has no left and right of its own. */
const symmetric = rankingModel(
  {
    ...atlas,
    rows: atlas.rows.map((row) => (row.kind === 'other' && row.side === null ? { ...row, prior: 1e-12 } : row)),
  },
  evidence,
)
const rankMirrorable = (paint: Paint) =>
  rankCase(symmetric, blankCase, { surface: body, paint }).ranked.sources.filter((source) => source.side !== null)

describe('the mirror', () => {
  it.each([3, 7, 11, 19])('a mirrored drawing gives the mirrored ranking (person %i)', (seed) => {
    const { paint } = crowd.person(80_000 + seed)
    const image = emptyPaint(vertexCount)
    for (let v = 0; v < vertexCount; v++) {
      image.intensity[body.mirrorVertex[v]!] = paint.intensity[v]!
      image.quality[body.mirrorVertex[v]!] = paint.quality[v]!
    }
    const own = new Map(rankMirrorable(paint).map((source) => [`${source.id} ${source.side}`, source.probability]))
    for (const source of rankMirrorable(image)) {
      const other = source.side === 'left' ? 'right' : 'left'
      expect(own.get(`${source.id} ${other}`)).toBeCloseTo(source.probability, 2)
    }
  })
})

describe('counting', () => {
  it('reads a named region as the painted one, only less surely', () => {
    const place = body.places.findIndex(({ region, side }) => region === 'scapula' && side === 'right')
    const byPaint = rankPaint(painted((v) => body.placeOfVertex[v] === place))
    const byName = rankCase(
      model,
      { ...blankCase, pain: [{ region: 'scapula', side: 'right', intensity: 5, share: 1, quality: [] }] },
      null,
    ).ranked
    const named = new Map(byName.sources.map((source) => [`${source.id} ${source.side}`, source.probability]))
    for (const source of byPaint.sources.slice(0, 20)) {
      expect(Math.abs(source.probability - named.get(`${source.id} ${source.side}`)!)).toBeLessThan(0.1)
    }
    expect(byName.sources[0]!.id).toBe(byPaint.sources[0]!.id)
    expect(byName.sources[0]!.probability).toBeLessThan(byPaint.sources[0]!.probability)
  })
})

describe('robustness', () => {
  const likely = (paint: Paint) =>
    rankPaint(paint).sources.filter((source) => source.probability > 0.5 && source.kind !== 'general')

  it('an empty drawing explains nothing and keeps every source unlikely', () => {
    const ranked = rankPaint(emptyPaint(vertexCount))
    expect(ranked.pattern).toBe('none')
    expect(Math.max(...ranked.sources.map((source) => source.probability))).toBeLessThan(0.2)
  })

  it('a body painted all over is widespread, not forty muscles', () => {
    const all = painted(() => true)
    expect(rankPaint(all).pattern).toBe('widespread')
    expect(likely(all).length).toBeLessThanOrEqual(3)
  })

  it.each([0.25, 0.4, 0.6])('a random %f of all patches is widespread or at least no long list', (share) => {
    const random = seededRandom(5)
    const chosen = body.patches.map(() => random.uniform() < share)
    const paint = painted((v) => chosen[body.patchOfVertex[v]!]!)
    expect(rankPaint(paint).pattern).toBe('widespread')
    expect(likely(paint).length).toBeLessThanOrEqual(6)
  })

  it('salt over the whole body convinces nobody', () => {
    const random = seededRandom(9)
    expect(likely(painted(() => random.uniform() < 0.01)).length).toBe(0)
  })

  it('a spot that nothing explains says so', () => {
    const scalp = body.places.findIndex(({ region }) => region === 'umbilical')
    const ranked = rankPaint(painted((v) => body.placeOfVertex[v] === scalp))
    const sum = ranked.unexplained + ranked.sources.reduce((total, source) => total + source.explains, 0)
    expect(sum).toBeGreaterThan(0.9)
    expect(sum).toBeLessThan(1.1)
  })

  it('half of the body is regional or widespread, and no long list of muscles', () => {
    const left = painted((v) => body.positionsMm[v * 3]! > 0)
    expect(['regional', 'widespread']).toContain(rankPaint(left).pattern)
    expect(likely(left).length).toBeLessThanOrEqual(6)
  })

  it('one painted vertex convinces nobody', () => {
    const one = body.patches[40]!.centre
    expect(Math.max(...rankPaint(painted((v) => v === one)).sources.map((source) => source.probability))).toBeLessThan(
      0.3,
    )
  })

  it('two sources are never taken for pain all over', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const { sources, pattern } = rankPaint(crowd.person(82_000 + seed, undefined, 2).paint)
      expect(pattern).not.toBe('widespread')
      expect(sources.find(({ kind }) => kind === 'general')?.probability ?? 0).toBeLessThan(0.1)
    }
  })

  it('ten true sources do not make it claim ten', () => {
    const ranked = rankPaint(crowd.person(83_001, undefined, 10).paint)
    expect(ranked.sources.filter((source) => source.probability > 0.5).length).toBeLessThanOrEqual(8)
  })

  it('is the same at every run', () => {
    const { paint } = crowd.person(80_123)
    expect(rankPaint(paint)).toEqual(rankPaint(paint))
  })
})

describe('a finding of the hands', () => {
  it('that brings the known pain never lowers its muscle, and one that does not never raises it', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { paint } = crowd.person(84_000 + seed, undefined, 2)
      const before = rankPaint(paint)
      for (const source of before.sources.filter(({ kind }) => kind === 'trigger-point').slice(0, 3)) {
        const asked = { muscle: source.muscle!, part: source.part, side: source.side! }
        const bestOf = (given: Case) =>
          Math.max(
            ...rankPaint(paint, given)
              .sources.filter(
                ({ muscle, part, side }) => muscle === asked.muscle && part === asked.part && side === asked.side,
              )
              .map(({ probability }) => probability),
          )
        expect(bestOf({ ...blankCase, findings: [{ ...asked, familiarPain: true }] })).toBeGreaterThan(
          source.probability - 1e-9,
        )
        expect(bestOf({ ...blankCase, findings: [{ ...asked, familiarPain: false }] })).toBeLessThan(
          source.probability + 1e-9,
        )
      }
    }
  })
})

describe('strokes', () => {
  it('one after another, with erasures, end where a fresh ranking of the same paint ends', () => {
    const gaps: number[] = []
    for (let seed = 1; seed <= 4; seed++) {
      const random = seededRandom(seed + 400)
      const paint = emptyPaint(vertexCount)
      const drawn = crowd.person(85_000 + seed, undefined, 2).paint
      const spots = [...drawn.intensity.keys()].filter((v) => drawn.intensity[v]! > 0)
      let trace: ReturnType<typeof rankCase>['trace'] | null = null
      let last = rankPaint(paint)
      for (let stroke = 0; stroke < 25; stroke++) {
        const centre = spots[random.below(spots.length)]!
        const value = random.uniform() < 0.2 ? 0 : 5
        const p = body.positionsMm
        for (let v = 0; v < vertexCount; v++) {
          const d = Math.hypot(
            p[v * 3]! - p[centre * 3]!,
            p[v * 3 + 1]! - p[centre * 3 + 1]!,
            p[v * 3 + 2]! - p[centre * 3 + 2]!,
          )
          if (d < 27) paint.intensity[v] = value
        }
        const now: Paint = { intensity: paint.intensity.slice(), quality: paint.quality }
        const followed = rankCase(model, blankCase, { surface: body, paint: now }, undefined, trace)
        trace = followed.trace
        last = followed.ranked
      }
      const fresh = rankCase(model, blankCase, { surface: body, paint })
      expect(trace!.problem.observation).toEqual(fresh.trace.problem.observation) // increments are recounts, to the last digit
      const own = new Map(fresh.ranked.sources.map((source) => [`${source.id} ${source.side}`, source.probability]))
      for (const source of last.sources.slice(0, 10)) {
        gaps.push(Math.abs(source.probability - own.get(`${source.id} ${source.side}`)!))
      }
      const rescored = new Map(fresh.trace.found.sets.map((set) => [set.members.join(), set.score]))
      for (const set of trace!.found.sets) {
        const same = rescored.get(set.members.join())
        if (same !== undefined) expect(set.score).toBeCloseTo(same, 4)
      }
    }
    gaps.sort((a, b) => a - b)
    expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(0.03)
  })
})

describe('a slow sampler', () => {
  const ground = groundOf(atlas, defaultParameters)
  const logOdds = logOddsOf(atlas, evidence, blankCase)

  it('finds the same probabilities as the settled search, on six drawings', () => {
    const gaps: number[] = []
    for (let seed = 1; seed <= 6; seed++) {
      const { paint } = crowd.person(81_000 + seed, undefined, 2)
      const problem = layAgainst(ground, observe(atlas, { surface: body, paint }, []), logOdds, [])
      const { raw } = posterior(problem, search(problem, settled))
      const top = [...raw.keys()].sort((a, b) => raw[b]! - raw[a]!).slice(0, 60)
      const { marginal } = gibbsMarginals(problem, top, { sweeps: 2500, seed })
      for (const row of top.slice(0, 10)) gaps.push(Math.abs(raw[row]! - marginal.get(row)!))
    }
    gaps.sort((a, b) => a - b)
    expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(0.03)
    expect(gaps[Math.floor(gaps.length * 0.9)]).toBeLessThan(0.12)
  })

  it('of the prior alone expects one to three sources and hardly ever a crowd', () => {
    const blank = layAgainst(ground, observe(atlas, { surface: body, paint: emptyPaint(vertexCount) }, []), logOdds, [])
    const real = atlas.rows.flatMap((row, i) => (row.kind === 'trigger-point' || row.kind === 'other' ? [i] : []))
    const { sizes } = gibbsMarginals(blank, real, { sweeps: 1500, seed: 3, onPrior: true })
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(mean).toBeGreaterThan(1.3)
    expect(mean).toBeLessThan(3)
    expect(sizes.filter((size) => size > 6).length / sizes.length).toBeLessThan(0.01)
  })
})
