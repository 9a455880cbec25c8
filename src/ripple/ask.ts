/** What is asked of a ripple, and what it answers: the outside contract's shapes. */
import type { Side } from '../core/units.ts'

export type Trouble = {
  readonly muscle: string
  readonly part: string | null
  readonly side: Side
  readonly state: 'inhibited' | 'tight'
  /** Inhibited: share of its strength that is lost, 0 to 1. Tight: share of its resting length by which it is short, 0 to 0.2. */
  readonly degree: number
}

export type RippleAsk = {
  readonly task: string
  /** Whose leg or arm works: for tasks on one leg the side that stands. */
  readonly working: Side | 'both'
  readonly posture: 'fixed' | 'free'
  readonly trouble: readonly Trouble[]
}

export type Confidence = 'high' | 'medium' | 'low'

export type MuscleLoad = {
  readonly muscle: string
  readonly part: string | null
  readonly side: Side
  readonly beforeN: number
  readonly afterN: number
  /** Share of the strength that is left, 0 to 1. */
  readonly beforeActivation: number
  readonly afterActivation: number
  readonly confidence: Confidence
}

/**
 * A muscle that takes over. The same ask is answered five times: by the model, with the other exponent, and by three bodies
 * a little different. `firstThree` says in how many of the five it is among the three whose force rises most:
 * `always` in all, `mostly` in three or four, `sometimes` in one or two. Only `always` is to be read as "this one".
 */
export type TakesOver = {
  readonly muscle: string
  readonly part: string | null
  readonly side: Side
  readonly firstThree: 'always' | 'mostly' | 'sometimes'
  /** Least and most rise over the five, newtons. */
  readonly riseN: { readonly from: number; readonly to: number }
}

export type JointLoad = {
  readonly joint: string
  readonly side: Side | null
  readonly beforeN: number
  readonly afterN: number
}

export type PostureChange = { readonly coordinate: string; readonly beforeDeg: number; readonly afterDeg: number }

export type RippleAnswer = {
  readonly schema: 'unknot.ripple-answer/1'
  /** False where the task can't be held: then nothing below is a ripple. */
  readonly held: boolean
  /** The largest torque that muscles could not give, newton metres. */
  readonly worstReserveNm: number
  /** Largest change of force first. */
  readonly muscles: readonly MuscleLoad[]
  /** Who takes over: the surest first, else by the mean rise of both exponents. Empty where the task isn't held. */
  readonly takesOver: readonly TakesOver[]
  readonly cost: { readonly before: number; readonly after: number }
  readonly joints: readonly JointLoad[]
  readonly posture: readonly PostureChange[]
}
