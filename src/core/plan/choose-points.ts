/**
 * Which points, in which order?
 *
 * A point needs a finding of its own that is at least `possible`, or, before any palpation, a fair probability; a
 * chain alone never brings a muscle into a plan. Keys come before their satellites, active-type before latent-type,
 * likely before unlikely; equals in the order of their ids, so that the same case always gets the same plan.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { type FindingLabel, isTreatable } from './grade-finding.ts'
import type { Candidate, LeftOut } from './plan.ts'

/** Before palpation, a point less likely than this is not worth looking for. */
const fairProbability = 0.2

export type Chosen = { readonly candidate: Candidate; readonly because: readonly string[] }

export function choosePoints(
  candidates: readonly Candidate[],
  knowledge: Pick<Knowledge, 'muscles'>,
): { readonly chosen: readonly Chosen[]; readonly leftOut: readonly LeftOut[] } {
  const judged = candidates.map((candidate) => ({ candidate, reason: reasonAgainst(candidate) }))
  const kept = judged.filter(({ reason }) => reason === null).map(({ candidate }) => candidate)
  const leftOut = judged.flatMap(({ candidate, reason }) =>
    reason === null ? [] : [leave(candidate, [reason], candidate.finding === undefined)],
  )
  const keys = new Map(kept.map((candidate) => [candidate, keyOf(candidate, kept, knowledge)]))
  const order = [...kept].sort(
    (a, b) =>
      Number(keys.get(a) !== null) - Number(keys.get(b) !== null) ||
      weightOf(b) - weightOf(a) ||
      (b.probability ?? 0) - (a.probability ?? 0) ||
      (`${a.point} ${a.side}` < `${b.point} ${b.side}` ? -1 : 1),
  )
  return {
    chosen: order.map((candidate) => ({ candidate, because: reasonsFor(candidate, keys.get(candidate) ?? null) })),
    leftOut,
  }
}

export function leave(candidate: Candidate, because: readonly string[], isWorthChecking = false): LeftOut {
  const { point, muscle, part, side } = candidate
  return { point, muscle, part, side, because, isWorthChecking }
}

function reasonAgainst({ finding, probability }: Candidate): string | null {
  if (finding !== undefined)
    return isTreatable(finding) ? null : (notTreated[finding] ?? 'What was found is not treated.')
  if (probability === null) return 'Only a chain suggests it: worth checking, treated only if something is found.'
  return probability < fairProbability ? 'Too unlikely to look for first.' : null
}

const notTreated: Partial<Record<FindingLabel, string>> = {
  none: 'Nothing was found there.',
  tenderness_only: 'It is tender, and nothing more was found.',
  band_only: 'A band that does not hurt is not treated.',
  not_assessable: 'It lies too deep to be judged by touch.',
}

const labelWeight: Partial<Record<FindingLabel, number>> = {
  probable_active_type: 4,
  possible: 2,
  probable_latent_type: 1,
}

function weightOf({ finding, isFamiliar }: Candidate): number {
  const label = finding === undefined ? 0 : (labelWeight[finding] ?? 0)
  return label + (isFamiliar && finding === 'possible' ? 1 : 0)
}

/** The kept candidate of which this one is a satellite, if there is one; two satellites of each other are both keys. */
function keyOf(
  candidate: Candidate,
  kept: readonly Candidate[],
  knowledge: Pick<Knowledge, 'muscles'>,
): Candidate | null {
  const isKey = (one: Candidate) =>
    one !== candidate &&
    one.side === candidate.side &&
    namesSatellite(one, candidate, knowledge) &&
    !namesSatellite(candidate, one, knowledge)
  return kept.find(isKey) ?? null
}

function namesSatellite(key: Candidate, satellite: Candidate, knowledge: Pick<Knowledge, 'muscles'>): boolean {
  const part = knowledge.muscles.find((one) => one.id === key.muscle)?.parts.find((one) => one.id === key.part)
  const point = part?.triggerPoints.find((one) => one.id === key.point)
  const named = [...(part?.clinic.goesWith ?? []), ...(point?.satellites ?? [])]
  return named.some(
    (one) =>
      one.kind === 'satellite' &&
      one.muscle === satellite.muscle &&
      (one.part === undefined || one.part === null || one.part === satellite.part),
  )
}

function reasonsFor(candidate: Candidate, key: Candidate | null): readonly string[] {
  const found: Partial<Record<FindingLabel, string>> = {
    probable_active_type: 'Pressing it brought the familiar pain.',
    possible: candidate.isFamiliar ? 'It is tender and feels familiar.' : 'A tender spot in it was found.',
    probable_latent_type: 'A tender spot was found that sends pain elsewhere, not the familiar one.',
  }
  const first =
    candidate.finding === undefined
      ? 'It would explain a good part of the drawing; look for it first.'
      : found[candidate.finding]
  const second = key === null ? [] : [`It goes with ${key.point}, which is treated first and then tested again.`]
  return [first ?? 'A finding of its own.', ...second]
}
