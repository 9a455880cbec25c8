/** A small Bayesian network that general programs can still do: causes and findings joined by a noisy-OR. */
import { type Atlas, layOut, type SparseRow } from '../../src/core/ranking/atlas.ts'
import { defaultParameters, type Parameters } from '../../src/core/ranking/parameters.ts'
import { seededRandom } from '../../src/core/ranking/simulation/random.ts'

export type Network = {
  readonly causes: number
  readonly prior: number
  /** For each finding its causes and their hazards, and whether it is there. */
  readonly findings: readonly {
    readonly parents: readonly number[]
    readonly hazards: readonly number[]
    readonly is: boolean
  }[]
}

export const leak = 0.05

export function networkOf(seed: number, causes: number, findings: number, parents: number): Network {
  const random = seededRandom(seed)
  const truth = Array.from({ length: causes }, () => random.uniform() < 0.25)
  return {
    causes,
    prior: 0.15,
    findings: Array.from({ length: findings }, () => {
      const chosen = new Set<number>()
      while (chosen.size < parents) chosen.add(random.below(causes))
      const list = [...chosen].sort((a, b) => a - b)
      const hazards = list.map(() => 0.3 + 1.4 * random.uniform())
      const hazard = list.reduce((sum, i, k) => sum + (truth[i] ? hazards[k]! : 0), leak)
      return { parents: list, hazards, is: random.uniform() < -Math.expm1(-hazard) }
    }),
  }
}

export function chanceOf(hazard: number): number {
  return -Math.expm1(-hazard)
}

/** Marginals by counting every set of causes. */
export function exactMarginals({ causes, prior, findings }: Network): number[] {
  const marginal = new Array<number>(causes).fill(0)
  let total = 0
  for (let mask = 0; mask < 2 ** causes; mask++) {
    let weight = 1
    for (let i = 0; i < causes; i++) weight *= mask & (1 << i) ? prior : 1 - prior
    for (const { parents, hazards, is } of findings) {
      const hazard = parents.reduce((sum, i, k) => sum + (mask & (1 << i) ? hazards[k]! : 0), leak)
      weight *= is ? chanceOf(hazard) : 1 - chanceOf(hazard)
    }
    total += weight
    for (let i = 0; i < causes; i++) if (mask & (1 << i)) marginal[i]! += weight
  }
  return marginal.map((weight) => weight / total)
}

/** The same network as an atlas: a patch a finding. With one look a patch the beta-binomial is a plain coin. */
export const asCoins: Parameters = {
  ...defaultParameters,
  patchLooks: 1,
  temper: 1,
  likeness: 0,
  background: leak,
  recalibration: { shift: 0, slope: 1 },
}

export function atlasOf({ causes, prior, findings }: Network): Atlas {
  const sparse = Array.from({ length: causes }, (_, i): SparseRow => {
    const own = findings.flatMap(({ parents, hazards }, patch) => {
      const at = parents.indexOf(i)
      return at < 0 ? [] : [[patch, hazards[at]!] as const]
    })
    return {
      row: {
        kind: 'other',
        id: `cause-${i}`,
        sourceKind: 'nerve',
        muscle: null,
        part: null,
        side: null,
        twin: i,
        neighbours: [],
        drawnLike: [],
        quality: Array<number>(9).fill(1 / 9),
        pieces: [{ present: 1, after: -1, together: 0 }],
        prior,
      },
      patches: own.map(([patch]) => patch),
      hazards: own.map(([, hazard]) => hazard),
    }
  })
  const places = findings.map((_, place) => ({ region: `finding-${place}`, side: null }))
  return layOut(
    { edition: 'network', bodyEdition: 'network', places },
    new Float32Array(findings.length).fill(1),
    Uint16Array.from(findings.keys()),
    sparse,
    findings.map((_, place) => [{ place, areaMm2: 1 }]),
  )
}
