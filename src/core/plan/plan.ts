/** What a plan is: points in order with their dose, a session, a course, and a reason for every number. */
import type { Side } from '../units.ts'
import type { FindingLabel } from './grade-finding.ts'

/** A number or choice with the reasons for it, in the order in which they applied. */
export type Explained<T> = { readonly value: T; readonly because: readonly string[] }

export type PlanSpot = {
  /** Id of a trigger point, such as `trapezius.upper.1`. */
  readonly point: string
  readonly muscle: string
  readonly part: string | null
  readonly side: Side
}

/** A point that may be treated: ranked from the drawing, found by hand, or only suggested by a chain. */
export type Candidate = PlanSpot & {
  /** That it contributes to the pain, 0 to 1; null if only a chain suggests it. */
  readonly probability: number | null
  readonly finding?: FindingLabel | undefined
  readonly isFamiliar?: boolean | undefined
}

export type PlannedPoint = PlanSpot & {
  /** False: nobody has felt it yet; it is looked for first and skipped if nothing is found. */
  readonly isConfirmed: boolean
  readonly because: readonly string[]
  readonly technique: Explained<string>
  readonly tool: Explained<string>
  readonly discomfort: Explained<number>
  readonly discomfortCap: Explained<number>
  readonly rampS: Explained<number>
  readonly holdS: Explained<number>
  /** Never longer at once, whatever is felt; seconds. */
  readonly holdMaxS: number
  readonly reps: Explained<number>
  readonly restS: Explained<number>
  readonly stretch: Explained<{ readonly how: string; readonly holdS: number; readonly reps: number } | null>
  readonly movementReps: Explained<number>
  /** All of it together, seconds. */
  readonly seconds: number
  readonly notes: readonly string[]
}

/** A candidate that is not treated, and why. */
export type LeftOut = PlanSpot & { readonly because: readonly string[]; readonly isWorthChecking: boolean }

export type Cause = { readonly factor: string; readonly name: string; readonly advice: string; readonly grade: string }

export type SessionPart = {
  readonly kind: 'screen' | 'rate' | 'warm-up' | 'points' | 'move' | 'breathe' | 'aftercare'
  readonly minutes: number
}

export type Plan = {
  readonly kind: 'plan'
  readonly setting: 'self' | 'clinic'
  /** The gentle dose is that of a first session, of sensitive and of older people. */
  readonly dose: Explained<'usual' | 'gentle'>
  readonly points: readonly PlannedPoint[]
  readonly leftOut: readonly LeftOut[]
  readonly session: { readonly minutes: Explained<number>; readonly parts: readonly SessionPart[] }
  readonly sessionsAWeek: Explained<number>
  readonly restDays: Explained<number>
  readonly sessionsBeforeDecision: Explained<number>
  readonly courseWeeks: Explained<number>
  readonly heatMinutes: Explained<number>
  readonly breathing: Explained<{ readonly inS: number; readonly outS: number; readonly minutes: number }>
  readonly causes: readonly Cause[]
  readonly positionsOff: readonly string[]
  /** What is likely to happen, and what would happen anyway. */
  readonly expect: readonly string[]
}

/** No plan is made, and what comes first. */
export type NoPlan = {
  readonly kind: 'answer-first' | 'stopped' | 'see-somebody' | 'nothing-to-press'
  readonly because: readonly string[]
  /** Ids of open questions, where answers are needed first. */
  readonly questions: readonly string[]
  readonly leftOut: readonly LeftOut[]
}
