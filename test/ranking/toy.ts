/** Small made-up atlases, so that laws of the ranking can be checked where everything can be enumerated. */
import { type Atlas, layOut, type Row, type SparseRow } from '../../src/core/ranking/atlas.ts'
import type { Observation } from '../../src/core/ranking/observation.ts'
import { defaultParameters, type Parameters } from '../../src/core/ranking/parameters.ts'
import { logit } from '../../src/core/ranking/posterior.ts'
import { type FindingGroup, type Ground, groundOf, layAgainst, type Problem } from '../../src/core/ranking/problem.ts'

/** Numbers between 0 and 1 that are the same at every run. */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 13), 3266489917)
    mixed ^= mixed >>> 16
    return (mixed >>> 0) / 4294967296
  }
}

export type ToyRow = {
  readonly patches: Readonly<Record<number, number>>
  readonly prior?: number
  readonly row?: Partial<Row>
}

export function toyAtlas(patchCount: number, toys: readonly ToyRow[]): Atlas {
  const sparse: SparseRow[] = toys.map((toy, index) => ({
    row: {
      kind: 'trigger-point',
      id: `toy.${index + 1}`,
      sourceKind: 'trigger-point',
      muscle: `toy-${index}`,
      part: null,
      side: 'left',
      twin: index,
      neighbours: [],
      drawnLike: [],
      quality: Array(9).fill(1 / 9),
      pieces: [{ present: 1, after: -1, together: 0 }],
      prior: toy.prior ?? 0.05,
      ...toy.row,
    },
    patches: Object.keys(toy.patches).map(Number),
    hazards: Object.values(toy.patches),
  }))
  return layOut(
    {
      edition: 'toy',
      bodyEdition: 'toy',
      places: Array.from({ length: patchCount }, (_, place) => ({ region: `region-${place}`, side: null })),
    },
    new Float32Array(patchCount).fill(4000),
    Uint16Array.from({ length: patchCount }, (_, patch) => patch),
    sparse,
    Array.from({ length: patchCount }, (_, place) => [{ place, areaMm2: 4000 }]),
  )
}

export function toyObservation(atlas: Atlas, shares: Readonly<Record<number, number>>): Observation {
  const share = new Float64Array(atlas.patchCount)
  for (const [patch, value] of Object.entries(shares)) share[Number(patch)] = value
  return {
    share,
    isNamed: new Uint8Array(atlas.patchCount),
    quality: new Float64Array(atlas.patchCount * 9),
    paintedMm2: share.map((value) => value * 4000),
  }
}

export function toyProblem(
  atlas: Atlas,
  observation: Observation,
  findings: readonly FindingGroup[] = [],
  parameters: Parameters = defaultParameters,
): Problem {
  const logOdds = Float64Array.from(atlas.rows, (row) => logit(row.prior))
  return layAgainst(ground(atlas, parameters), observation, logOdds, findings)
}

/** Made once for an atlas: its table costs more than many searches. */
const grounds = new WeakMap<Atlas, Map<Parameters, Ground>>()

function ground(atlas: Atlas, parameters: Parameters): Ground {
  const known = grounds.get(atlas) ?? new Map<Parameters, Ground>()
  grounds.set(atlas, known)
  const made = known.get(parameters) ?? groundOf(atlas, parameters)
  known.set(parameters, made)
  return made
}

/** Overlapping neighbours on a ring of patches, drawn at random. */
export function crowdedAtlas(seed: number, rowCount: number, patchCount: number, prior = 0.08): Atlas {
  return toyAtlas(patchCount, crowdedRows(seed, rowCount, patchCount, prior))
}

export function crowdedRows(seed: number, rowCount: number, patchCount: number, prior = 0.08): ToyRow[] {
  const random = seeded(seed)
  return Array.from({ length: rowCount }, (_, index) => {
    const centre = Math.floor(random() * patchCount)
    const reach = 1 + Math.floor(random() * 3)
    const patches: Record<number, number> = {}
    for (let d = -reach; d <= reach; d++) {
      const patch = (centre + d + patchCount) % patchCount
      patches[patch] = d === 0 ? 1.5 + random() : 0.1 + random()
    }
    const neighbours = [index - 1, index + 1].filter((other) => other >= 0 && other < rowCount)
    return { patches, prior, row: { neighbours } }
  })
}

export function crowdedObservation(seed: number, atlas: Atlas): Observation {
  const random = seeded(seed + 1000)
  const shares: Record<number, number> = {}
  for (let patch = 0; patch < atlas.patchCount; patch++) if (random() < 0.4) shares[patch] = random()
  return toyObservation(atlas, shares)
}
