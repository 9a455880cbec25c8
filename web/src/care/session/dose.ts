/** What is done at one point of a running session. */
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
  /** What safety allows there now. */
  readonly limits: Permission['limits']
}

/**
 * The dose at a point of the session, or null where nothing may be pressed: what was planned or worked out for an added
 * spot, and never past what safety allows there now, whatever an older plan or a hand says.
 */
export function doseAt(
  log: SessionLog,
  key: string,
  permissionOf: (spot: Spot) => Permission,
  added: (spot: Spot) => PlannedPoint | readonly string[],
): PointDose | null {
  const changed = log.points[key]
  const spot = log.plan.points.find((point) => keyOf(point) === key) ?? changed?.spot ?? null
  if (spot === null) return null
  const { level, limits } = permissionOf(spot)
  const point = log.plan.points.find((one) => keyOf(one) === key) ?? added(spot)
  if (level === 'blocked' || !('point' in point)) return null
  const base = ofPlanned(point, limits)
  const cap = Math.min(base.cap, limits.discomfortMax)
  const holdMaxS = Math.min(base.holdMaxS, limits.holdMaxS)
  return {
    ...base,
    cap,
    target: Math.min(base.target, Math.max(1, cap - 1)),
    holdMaxS,
    holdS: Math.min(base.holdS, holdMaxS),
    reps: Math.min(base.reps, limits.repsMax),
    ...defined({ technique: changed?.technique ?? undefined, tool: changed?.tool ?? undefined }),
  }
}

function ofPlanned(point: PlannedPoint, limits: Permission['limits']): PointDose {
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
    limits,
  }
}

function defined(own: { technique: string | undefined; tool: string | undefined }): Partial<PointDose> {
  return {
    ...(own.technique === undefined ? {} : { technique: own.technique }),
    ...(own.tool === undefined ? {} : { tool: own.tool }),
  }
}

export function holdPlanOf(plan: Plan, dose: PointDose): HoldPlan {
  const isAlone = plan.setting === 'self'
  const kind = plan.dose.value === 'gentle' ? 'sensitive' : isAlone ? 'self' : 'clinician'
  return { kind, target: dose.target, cap: dose.cap, holdS: dose.holdS, holdMaxS: dose.holdMaxS, isAlone }
}

export type Band = { readonly from: number; readonly to: number }

/** The band in which discomfort is wanted: about the target, never past the cap. */
export function wantedBand({ target, cap }: { readonly target: number; readonly cap: number }): Band {
  return { from: Math.max(1, Math.floor(target - 1)), to: Math.min(cap, Math.ceil(target + 1)) }
}
