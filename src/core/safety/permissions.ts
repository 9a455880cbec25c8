/**
 * What may be pressed, how hard, with what?
 *
 * Fails closed: past a referral nothing may be pressed; a place that was not named blocks everywhere; a muscle of
 * which nobody knows where it is pressed is blocked; a question that belongs to a place blocks it until it is
 * answered; alone, a muscle without a record of self-care is blocked.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { CautionRegion, Effect } from '../../knowledge/schema/screening.ts'
import { doseOf } from '../dose.ts'
import { type Side, sides } from '../units.ts'
import type { Place, SafetyAsked } from './asked.ts'
import { type Limits, tighten } from './limits.ts'
import { answersIn } from './screen.ts'
import { type Flag, mayPlan, type Screening } from './screening.ts'

/** `light`: gently, within the limits. `blocked`: no pressure; a stretch may still be allowed. */
export type PermissionLevel = 'allowed' | 'light' | 'blocked'

export type Permission = {
  readonly level: PermissionLevel
  readonly mayStretch: boolean
  readonly limits: Limits
  /** Ids of the records that say so, with their words. */
  readonly because: readonly { readonly id: string; readonly text: string }[]
}

export type MuscleTarget = {
  readonly muscle: string
  readonly part: string | null
  readonly side: Side | null
  /** One of its trigger points, where one is meant: it may have a stricter rule of its own. */
  readonly point?: string | undefined
}
export type RegionTarget = { readonly region: string; readonly side: Side | null }

export type PermissionKnowledge = Pick<
  Knowledge,
  'redFlags' | 'cautionRegions' | 'musclePlaces' | 'muscles' | 'techniques' | 'doses'
>

/** A reason with its effect, and where it comes from: found in this case, or true of the place in anybody. */
type Reason = { readonly id: string; readonly text: string; readonly effect: Effect; readonly places: Reach }
/** Where an effect reaches once "painted" and "named" are known. */
type Reach =
  | 'everywhere'
  | {
      readonly places: readonly Place[]
      readonly muscles: readonly { readonly muscle: string; readonly part?: string | null | undefined }[]
    }

/** May this muscle be pressed in this case, and within which limits? */
export function musclePermission(
  target: MuscleTarget,
  asked: SafetyAsked,
  screening: Screening,
  knowledge: PermissionKnowledge,
): Permission {
  return permissionOf(target, asked, screening, knowledge, prepare(asked, screening, knowledge))
}

/** What is the same for every muscle of a case. */
type Prepared = { readonly start: Limits; readonly reasons: readonly Reason[]; readonly waiting: ReadonlySet<string> }

function prepare(asked: SafetyAsked, screening: Screening, knowledge: PermissionKnowledge): Prepared {
  return {
    start: startOf(asked, knowledge),
    reasons: caseReasons(asked, screening),
    waiting: waitingRegions(screening, knowledge),
  }
}

function permissionOf(
  target: MuscleTarget,
  asked: SafetyAsked,
  screening: Screening,
  knowledge: PermissionKnowledge,
  { start, reasons, waiting }: Prepared,
): Permission {
  if (!mayPlan(screening)) return stopped(start, screening)
  const regions = placesOf(target, knowledge)
  if (regions === null) return blocked(start, 'muscle-places', 'Nobody has said where this muscle is pressed.')
  const touching = reasons.filter(
    ({ places }) =>
      places === 'everywhere' ||
      places.muscles.some((named) => isSameMuscle(named, target)) ||
      places.places.some((place) => regions.includes(place.region) && isSameSide(place.side, target.side)),
  )
  const own = knowledge.cautionRegions.flatMap((region) =>
    ownReasons(region, asked, (effect) => reachesMuscle(effect, region, target, regions)),
  )
  const there = knowledge.cautionRegions.filter((region) => touchesMuscle(region, target))
  const questions = askFirst(there, waiting)
  return combine(start, asked, touching, [...own, ...selfReasons(target, asked, knowledge)], questions)
}

/** May this place be pressed in this case, whatever muscle lies there? */
export function regionPermission(
  target: RegionTarget,
  asked: SafetyAsked,
  screening: Screening,
  knowledge: PermissionKnowledge,
): Permission {
  const start = startOf(asked, knowledge)
  if (!mayPlan(screening)) return stopped(start, screening)
  const touching = caseReasons(asked, screening).filter(
    ({ places }) =>
      places === 'everywhere' ||
      places.places.some((place) => place.region === target.region && isSameSide(place.side, target.side)),
  )
  const there = knowledge.cautionRegions.filter((region) => region.touches.regions.includes(target.region))
  const own = knowledge.cautionRegions.flatMap((region) =>
    ownReasons(region, asked, (effect) => regionsOf(effect).includes(target.region)),
  )
  return combine(start, asked, touching, own, askFirst(there, waitingRegions(screening, knowledge)))
}

/** Every muscle, part and side with its permission. */
export function permissions(
  asked: SafetyAsked,
  screening: Screening,
  knowledge: PermissionKnowledge,
): readonly (MuscleTarget & { readonly permission: Permission })[] {
  const prepared = prepare(asked, screening, knowledge)
  return knowledge.musclePlaces.flatMap(({ id, places }) =>
    places.flatMap(({ part }) =>
      sides.map((side) => {
        const target = { muscle: id, part, side }
        return { ...target, permission: permissionOf(target, asked, screening, knowledge, prepared) }
      }),
    ),
  )
}

/** What holds for anybody in this setting before anything else is known. */
function startOf(asked: SafetyAsked, knowledge: PermissionKnowledge): Limits {
  const most = (key: string) => doseOf(knowledge, key).max
  const empty = { toolsOff: [], techniquesOnly: null, positionsOff: [], notes: [] }
  if (asked.setting === 'clinic') {
    return {
      ...empty,
      discomfortMax: most('pressure.target.clinician'),
      holdMaxS: most('hold.clinician_s'),
      repsMax: most('reps.clinician'),
      pointsMax: most('points.per_session_clinician'),
      minutesMax: most('session.minutes_clinician'),
      techniquesOff: [],
    }
  }
  return {
    ...empty,
    discomfortMax: most('pressure.target.self_cap'),
    holdMaxS: most('hold.self_s'),
    repsMax: most('reps.self'),
    pointsMax: most('points.per_session_self'),
    minutesMax: most('session.minutes_self'),
    techniquesOff: knowledge.techniques.filter((one) => one.self === 'no').map((one) => one.id),
    toolsOff: ['elbow'],
  }
}

function combine(
  start: Limits,
  asked: SafetyAsked,
  fromCase: readonly Reason[],
  ofPlace: readonly Reason[],
  questions: Permission['because'],
): Permission {
  const reasons = [...fromCase, ...ofPlace]
  const isAlone = asked.setting !== 'clinic'
  const blocks = ({ effect }: Reason) => effect.kind === 'block' || (isAlone && effect.kind === 'clinician-only')
  const isGentle = ({ effect }: Reason) => effect.kind === 'light' || effect.kind === 'clinician-only'
  const level = questions.length > 0 || reasons.some(blocks) ? 'blocked' : reasons.some(isGentle) ? 'light' : 'allowed'
  return {
    level,
    mayStretch: questions.length === 0 && !fromCase.some(blocks),
    limits: reasons.reduce((limits, { effect }) => tighten(limits, effect), start),
    // who is stopped wants to know by what, not what else would have been limited
    because: unique([
      ...questions,
      ...(level === 'blocked' ? reasons.filter(blocks) : reasons).map(({ id, text }) => ({ id, text })),
    ]),
  }
}

function unique(because: Permission['because']): Permission['because'] {
  return because.filter((one, index) => because.findIndex((other) => other.id === one.id) === index)
}

function blocked(limits: Limits, id: string, text: string): Permission {
  return { level: 'blocked', mayStretch: false, limits, because: [{ id, text }] }
}

function stopped(limits: Limits, screening: Screening): Permission {
  const because = screening.flags.map((flag) => ({ id: flag.id, text: flag.because }))
  return { level: 'blocked', mayStretch: false, limits, because }
}

/** The effects of what was found in this case, with the places that were painted or named. */
function caseReasons(asked: SafetyAsked, screening: Screening): readonly Reason[] {
  return screening.flags.flatMap((flag) =>
    flag.effects.map((effect) => ({ id: flag.id, text: flag.because, effect, places: reachOf(effect, flag, asked) })),
  )
}

function reachOf(effect: Effect, flag: Flag, asked: SafetyAsked): Reach {
  if (typeof effect.where !== 'string') {
    const { regions = [], muscles = [], side } = effect.where
    return { places: regions.map((region) => ({ region, side: side ?? null })), muscles }
  }
  if (effect.where === 'everywhere') return 'everywhere'
  const places = effect.where === 'painted' ? asked.pain : namedPlaces(flag, asked)
  return places.length === 0 ? 'everywhere' : { places, muscles: [] }
}

/** Where the answers and conditions that raised a flag are; none if one of them may be anywhere. */
export function namedPlaces(flag: Flag, asked: SafetyAsked): readonly Place[] {
  const listed = [...(asked.conditions ?? []), ...(asked.medicines ?? [])].filter((one) => one.id === flag.id)
  const answered = flag.asked.filter((id) => (asked.answers?.[id] ?? 'no') !== 'no')
  const groups = [...listed.map((one) => one.places ?? []), ...answered.map((id) => asked.places?.[id] ?? [])]
  // one of them without a place may be anywhere
  return groups.some((group) => group.length === 0) ? [] : groups.flat()
}

/** What is true of a place in anybody. */
function ownReasons(
  region: CautionRegion,
  asked: SafetyAsked,
  reaches: (effect: Effect) => boolean,
): readonly Reason[] {
  // whoever is alone keeps to what binds a clinician as well
  const effects = asked.setting === 'clinic' ? region.clinician : [...region.clinician, ...region.self]
  return effects.filter(reaches).map((effect) => ({ id: region.id, text: region.plain, effect, places: 'everywhere' }))
}

/**
 * A place that needs care reaches a muscle if it names it. Otherwise its limits reach every muscle pressed there, and
 * its blocks those that are pressed nowhere else.
 */
function reachesMuscle(
  effect: Effect,
  region: CautionRegion,
  target: MuscleTarget,
  regions: readonly string[],
): boolean {
  if (typeof effect.where === 'string') return true
  if (effect.where.muscles?.some((named) => isSameMuscle(named, target))) return true
  const within = regionsOf(effect)
  if (effect.kind === 'limit') return regions.some((one) => within.includes(one))
  return !touchesMuscle(region, target) && regions.every((one) => within.includes(one))
}

function regionsOf(effect: Effect): readonly string[] {
  return typeof effect.where === 'string' ? [] : (effect.where.regions ?? [])
}

function touchesMuscle(region: CautionRegion, target: MuscleTarget): boolean {
  return region.touches.muscles.some((named) => isSameMuscle(named, target))
}

/** The places whose red flags have open questions: they wait for the answers. */
function waitingRegions(screening: Screening, knowledge: PermissionKnowledge): ReadonlySet<string> {
  const open = new Set(screening.unanswered)
  const isOpen = (id: string) =>
    knowledge.redFlags.some(
      (flag) => flag.id === id && flag.levels.some((level) => answersIn(level.when).some((one) => open.has(one))),
    )
  return new Set(knowledge.cautionRegions.filter((one) => one.askFirst?.some(isOpen)).map((one) => one.id))
}

function askFirst(regions: readonly CautionRegion[], waiting: ReadonlySet<string>): Permission['because'] {
  return regions
    .filter((region) => waiting.has(region.id))
    .map(({ id }) => ({ id, text: 'Questions that belong to this place are still open.' }))
}

/** Alone, a muscle's own record decides as well; without one nothing is pressed. */
function selfReasons(target: MuscleTarget, asked: SafetyAsked, knowledge: PermissionKnowledge): readonly Reason[] {
  if (asked.setting === 'clinic') return []
  const part = knowledge.muscles
    .find((muscle) => muscle.id === target.muscle)
    ?.parts.find((one) => one.id === target.part)
  const where = 'everywhere'
  const reason = (text: string, kind: Effect['kind']): readonly Reason[] => [
    { id: target.muscle, text, effect: { kind, where }, places: where },
  ]
  if (part === undefined) return reason('Nothing is known about treating this muscle alone.', 'block')
  const own = part.triggerPoints.find((one) => one.id === target.point)?.self
  return [part.clinic.self, ...(own === undefined ? [] : [own])].flatMap(({ possible, how }) => {
    if (possible === 'no' || possible === 'stretch-only') return reason(how, 'block')
    return possible === 'light' ? reason(how, 'light') : []
  })
}

/** The regions under which a muscle or a part is pressed; null if nobody has said. */
export function placesOf(target: MuscleTarget, knowledge: Pick<Knowledge, 'musclePlaces'>): readonly string[] | null {
  const record = knowledge.musclePlaces.find((one) => one.id === target.muscle)
  const places =
    record?.places.filter((one) => target.part === null || one.part === null || one.part === target.part) ?? []
  return places.length === 0 ? null : places.flatMap((one) => one.regions)
}

function isSameMuscle(
  named: { readonly muscle: string; readonly part?: string | null | undefined },
  target: MuscleTarget,
): boolean {
  if (named.muscle !== target.muscle) return false
  return named.part === undefined || named.part === null || target.part === null || named.part === target.part
}

/** A place or a muscle without a side touches both. */
function isSameSide(a: Side | null, b: Side | null): boolean {
  return a === null || b === null || a === b
}
