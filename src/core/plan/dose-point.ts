/** Technique, tool and dose for one point, each with its reason and never past what safety allows. */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { MusclePart } from '../../knowledge/schema/muscle.ts'
import { type DoseRange, doseOf, doseValue } from '../dose.ts'
import type { Permission } from '../safety/permissions.ts'
import type { NextDose } from '../session/soreness.ts'
import type { Candidate, Explained, PlannedPoint } from './plan.ts'

export type DoseKnowledge = Pick<Knowledge, 'doses' | 'techniques' | 'tools' | 'muscles'>
export type DoseKind = 'usual' | 'gentle'
export type DoseAsked = {
  readonly setting: 'self' | 'clinic'
  readonly kind: DoseKind
  /** What the last reaction asks for. */
  readonly next?: NextDose | undefined
}

/** Seconds to test again after each point. */
const testS = 20

/** The point with its dose, or the reasons why nothing can be done there. */
export function dosePoint(
  candidate: Candidate,
  because: readonly string[],
  permission: Permission,
  asked: DoseAsked,
  knowledge: DoseKnowledge,
): PlannedPoint | readonly string[] {
  if (permission.level === 'blocked') return permission.because.map((one) => one.text)
  const part = knowledge.muscles
    .find((one) => one.id === candidate.muscle)
    ?.parts.find((one) => one.id === candidate.part)
  if (part === undefined) return ['Nothing is known about this muscle.']
  const technique = techniqueFor(part, permission, asked, knowledge)
  if (technique === null) return ['Every usual technique is ruled out here.']
  const tool = toolFor(candidate, part, permission, asked, knowledge)
  if (tool === null) return ['No contact or tool that suits this muscle may be used here.']
  const names = doseNames(asked)
  const cap = capped(doseOf(knowledge, names.cap).max, permission.limits.discomfortMax, 'the usual limit', permission)
  const target = doseValue(knowledge, names.target) * (asked.next?.keepShare ?? 1)
  const discomfort = targetWithin(target, cap.value, asked)
  const holdS = holdFor(technique.value, names.hold, permission, knowledge)
  const reps = repsFor(doseOf(knowledge, names.reps), permission, asked)
  const rampS = { value: doseValue(knowledge, names.ramp), because: ['Slow enough to notice when it is too much.'] }
  const restS = {
    value: doseValue(knowledge, 'rest.between_reps_s'),
    because: ['The usual pause between repetitions.'],
  }
  const stretch = stretchFor(part, permission, knowledge)
  const movementReps = { value: 4, because: ['Moving through the whole way after each point is the custom.'] }
  const stretchS = stretch.value === null ? 0 : stretch.value.holdS
  const pressS = reps.value * (rampS.value + holdS.value) + (reps.value - 1) * restS.value
  const { point, muscle, side } = candidate
  return {
    ...{ point, muscle, part: candidate.part, side, because, technique, tool, discomfort, discomfortCap: cap },
    ...{ rampS, holdS, reps, restS, stretch, movementReps },
    holdMaxS: permission.limits.holdMaxS,
    isConfirmed: candidate.finding !== undefined,
    seconds: Math.min(pressS, doseValue(knowledge, names.most) * 60) + stretchS + testS,
    notes: permission.limits.notes,
  }
}

type DoseNames = Record<'target' | 'cap' | 'hold' | 'reps' | 'ramp' | 'most', string>

function doseNames({ setting, kind }: DoseAsked): DoseNames {
  if (kind === 'gentle') {
    return {
      target: 'pressure.target.sensitive',
      cap: 'pressure.target.sensitive_cap',
      hold: 'hold.sensitive_s',
      reps: 'reps.sensitive',
      ramp: 'pressure.ramp_sensitive_s',
      most: 'point.minutes_max_sensitive',
    }
  }
  if (setting === 'self') {
    return {
      target: 'pressure.target.self',
      cap: 'pressure.target.self_cap',
      hold: 'hold.self_s',
      reps: 'reps.self',
      ramp: 'pressure.ramp_self_s',
      most: 'point.minutes_max_self',
    }
  }
  return {
    target: 'pressure.target.clinician',
    cap: 'pressure.target.clinician',
    hold: 'hold.clinician_s',
    reps: 'reps.clinician',
    ramp: 'pressure.ramp_s',
    most: 'point.minutes_max_clinician',
  }
}

/** The smaller of a usual number and a limit of safety, saying which one decided. */
function capped(usual: number, limit: number, name: string, permission: Permission): Explained<number> {
  if (limit >= usual) return { value: usual, because: [`It is ${name}.`] }
  return { value: limit, because: permission.because.map((one) => one.text) }
}

function targetWithin(target: number, cap: number, asked: DoseAsked): Explained<number> {
  // a wanted discomfort lies a point below what is never passed, so that there is room to notice
  const room = Math.max(1, cap - 1)
  const value = Math.max(1, Math.floor(Math.min(target, room) * 2) / 2)
  const because = [
    asked.kind === 'gentle'
      ? 'The gentle dose: good pain, easy breathing.'
      : 'The usual dose: good pain, easy breathing.',
  ]
  if ((asked.next?.keepShare ?? 1) < 1) because.push('Less than last time, because of the soreness after it.')
  if (target > room) because.push('Kept below the limit that holds here.')
  return { value, because }
}

function holdFor(technique: string, key: string, permission: Permission, knowledge: DoseKnowledge): Explained<number> {
  const own = knowledge.techniques.find((one) => one.id === technique)?.dose.holdS
  const usual = technique === 'pressure-release' || own === undefined ? doseValue(knowledge, key) : own.value
  return capped(usual, permission.limits.holdMaxS, 'the usual time of this technique', permission)
}

function repsFor(range: DoseRange, permission: Permission, asked: DoseAsked): Explained<number> {
  const less = asked.next?.repsLess ?? 0
  const value = Math.max(1, Math.min(range.value, permission.limits.repsMax) - less)
  const because = less > 0 ? ['One less, because of the soreness after the last session.'] : ['The usual number.']
  return { value, because }
}

function techniqueFor(
  part: MusclePart,
  { level, limits }: Permission,
  asked: DoseAsked,
  knowledge: DoseKnowledge,
): Explained<string> | null {
  const isAllowed = (id: string) => {
    const record = knowledge.techniques.find((one) => one.id === id)
    if (record === undefined || limits.techniquesOff.includes(id)) return false
    if (limits.techniquesOnly !== null && !limits.techniquesOnly.includes(id)) return false
    return asked.setting === 'clinic' || record.self !== 'no'
  }
  const isPressing = (id: string) =>
    ['pressure', 'stroke', 'position'].includes(knowledge.techniques.find((one) => one.id === id)?.kind ?? '')
  const usual = part.clinic.treat.techniques.filter(isPressing)
  const wanted = asked.setting === 'self' ? ['pressure-release', ...usual] : usual
  const found = [...wanted, 'pressure-release', 'positional-release'].find(isAllowed)
  if (found === undefined) return null
  const because = found === wanted[0] ? ['The usual one for this muscle.'] : ['The usual one is ruled out here.']
  return { value: found, because: level === 'light' ? [...because, 'Lightly.'] : because }
}

function toolFor(
  candidate: Candidate,
  part: MusclePart,
  { level, limits }: Permission,
  asked: DoseAsked,
  knowledge: DoseKnowledge,
): Explained<string> | null {
  const point = part.triggerPoints.find((one) => one.id === candidate.point)
  const own = point?.self?.tools ?? part.clinic.self.tools
  const usual: readonly string[] = asked.setting === 'clinic' ? part.clinic.treat.contacts : own
  const pressing = usual.filter((id) => id !== 'heat-pack' && id !== 'partner')
  const isAllowed = (id: string) => !limits.toolsOff.includes(id)
  const isHard = (id: string) => knowledge.tools.find((one) => one.id === id)?.hard === true
  const allowed = pressing.filter(isAllowed)
  const isGentle = level === 'light' || asked.kind === 'gentle'
  const found = (isGentle ? allowed.find((id) => !isHard(id)) : undefined) ?? allowed[0]
  if (found === undefined) return null
  const because =
    found === pressing[0]
      ? 'The usual one for this muscle.'
      : isAllowed(pressing[0] ?? '')
        ? 'A softer contact for a gentle dose.'
        : 'The usual one is ruled out here.'
  return { value: found, because: [because] }
}

function stretchFor(
  part: MusclePart,
  { mayStretch, limits }: Permission,
  knowledge: DoseKnowledge,
): PlannedPoint['stretch'] {
  if (!mayStretch || limits.techniquesOff.includes('static-stretch'))
    return { value: null, because: ['No stretch with what was found.'] }
  const isShort = limits.positionsOff.includes('end-range')
  const because = isShort
    ? ['Only to a mild pull, not to the end.']
    : ['A stretch after pressure keeps what was gained.']
  const holdS = doseValue(knowledge, 'stretch.hold_s')
  return { value: { how: part.clinic.stretch.how, holdS, reps: doseValue(knowledge, 'stretch.reps') }, because }
}
