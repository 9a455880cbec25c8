/** What is done at one point of a running session: as planned, or gently and within the limits where it was added. */
import { type HoldPlan, keyOf, type Permission, type Plan, type PlannedPoint, type SessionLog, type Spot } from 'unknot'

export type PointDose = {
  readonly spot: Spot
  readonly target: number
  readonly cap: number
  readonly holdS: number
  readonly holdMaxS: number
  readonly reps: number
  readonly restS: number
  readonly technique: string
  readonly tool: string
  readonly stretch: { readonly how: string; readonly holdS: number; readonly reps: number } | null
  readonly movementReps: number
}

export function doseAt(log: SessionLog, key: string, permissionOf: (spot: Spot) => Permission): PointDose | null {
  const planned = log.plan.points.find((point) => keyOf(point) === key)
  const changed = log.points[key]
  const own = { technique: changed?.technique ?? undefined, tool: changed?.tool ?? undefined }
  if (planned !== undefined) return { ...ofPlanned(planned), ...defined(own) }
  const spot = changed?.spot ?? null
  const [first] = log.plan.points
  if (spot === null || first === undefined) return null
  const { limits } = permissionOf(spot)
  const base = ofPlanned(first)
  return {
    ...base,
    spot,
    cap: Math.min(base.cap, limits.discomfortMax),
    target: Math.min(base.target, Math.max(1, limits.discomfortMax - 1)),
    holdS: Math.min(base.holdS, limits.holdMaxS),
    holdMaxS: Math.min(base.holdMaxS, limits.holdMaxS),
    reps: Math.min(base.reps, limits.repsMax),
    stretch: null,
    ...defined(own),
  }
}

function ofPlanned(point: PlannedPoint): PointDose {
  return {
    spot: point,
    target: point.discomfort.value,
    cap: point.discomfortCap.value,
    holdS: point.holdS.value,
    holdMaxS: point.holdMaxS,
    reps: point.reps.value,
    restS: point.restS.value,
    technique: point.technique.value,
    tool: point.tool.value,
    stretch: point.stretch.value,
    movementReps: point.movementReps.value,
  }
}

function defined(own: { technique: string | undefined; tool: string | undefined }): Partial<PointDose> {
  return {
    ...(own.technique === undefined ? {} : { technique: own.technique }),
    ...(own.tool === undefined ? {} : { tool: own.tool }),
  }
}

export function holdPlanOf(plan: Plan, dose: PointDose): HoldPlan {
  const kind = plan.dose.value === 'gentle' ? 'sensitive' : plan.setting === 'self' ? 'self' : 'clinician'
  return { kind, target: dose.target, cap: dose.cap, holdS: dose.holdS, holdMaxS: dose.holdMaxS }
}

/** The band in which discomfort is wanted: about the target, never past the cap. */
export function wantedBand(dose: PointDose): { readonly from: number; readonly to: number } {
  return { from: Math.max(1, Math.floor(dose.target - 1)), to: Math.min(dose.cap, Math.ceil(dose.target + 1)) }
}
