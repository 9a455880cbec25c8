/** A case as outside programs write it (`unknot.case/1`), already checked: every name in it is known. */
import type { Side } from '../units.ts'
import type { Drawing } from './drawing.ts'
import type { Quality } from './paint.ts'

export type NamedPlace = {
  readonly region: string
  readonly side: Side | null
  /** 0 to 10. */
  readonly intensity: number
  /** Share of the region that hurts, 0 to 1. */
  readonly share: number
  readonly quality: readonly Quality[]
}

export type Answer = 'yes' | 'no' | 'unsure'

export type Onset = 'gradual' | 'sudden' | 'injury'

export const factors = [
  'overuse',
  'repetitive-motion',
  'trauma',
  'posture',
  'stress',
  'inactivity',
  'nutrition',
  'poor-sleep',
  'dehydration',
  'joint-problem',
  'cold',
  'illness',
] as const
export type Factor = (typeof factors)[number]

/** What the hands found at one muscle or part. What is absent was not tested. */
export type Finding = {
  readonly muscle: string
  readonly part: string | null
  readonly side: Side
  readonly tautBand?: boolean | undefined
  readonly tender?: boolean | undefined
  readonly familiarPain?: boolean | undefined
  readonly referredPain?: boolean | undefined
  readonly twitch?: boolean | undefined
  readonly thresholdKPa?: number | undefined
  /** Whose finger it was; a trained one where nothing is said. */
  readonly examiner?: 'clinician' | 'partner' | 'self' | undefined
}

/** Whether a movement was found shorter than the error of measuring: against the other side, or what is usual. */
export type RangeFound = {
  /** Id of a movement; `side` is its direction (neck-rotation), the limb (shoulder-flexion), or null (jaw-opening). */
  readonly movement: string
  readonly side: Side | null
  readonly limited: boolean
}

export type Case = {
  readonly person: { readonly ageYears?: number | undefined; readonly sex?: 'female' | 'male' | 'other' | undefined }
  readonly pain: readonly NamedPlace[]
  readonly painted: Drawing | null
  readonly history: {
    readonly onset?: Onset | undefined
    readonly durationDays?: number | undefined
    readonly factors: readonly Factor[]
    /** Causes that were asked about and play no part. */
    readonly notFactors?: readonly Factor[] | undefined
    /** Ids of movements, with `-left` or `-right` where the movement has directions. */
    readonly worseWith: readonly string[]
    readonly betterWith: readonly string[]
    /** Movements whose measured range is short beyond the error of measurement. */
    readonly limited?: readonly string[] | undefined
    /** Movements that were asked about and change nothing: an answer "no" is worth something too. */
    readonly sameWith?: readonly string[] | undefined
    /** How the whole pain feels, where the drawing itself does not say. */
    readonly quality?: readonly Quality[] | undefined
  }
  readonly answers: Readonly<Record<string, Answer>>
  readonly findings: readonly Finding[]
  /** Absent: no movement was measured. */
  readonly ranges?: readonly RangeFound[] | undefined
}

export const blankCase: Case = {
  person: {},
  pain: [],
  painted: null,
  history: { factors: [], worseWith: [], betterWith: [] },
  answers: {},
  findings: [],
}
