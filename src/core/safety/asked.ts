/** What a screen is told: only what is known; whatever is absent counts as not known. */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Side } from '../units.ts'

export type Answer = 'yes' | 'no' | 'unsure'

export type PainPlace = {
  readonly region: string
  readonly side: Side | null
  /** 0 to 10; 5 if nobody said. */
  readonly intensity?: number | undefined
  readonly quality?: readonly string[] | undefined
}

export type Place = { readonly region: string; readonly side: Side | null }

/** A condition, medicine or fact of pregnancy that a clinician ticked, and where it is if it has a place. */
export type Listed = { readonly id: string; readonly places?: readonly Place[] | undefined }

export type SafetyAsked = {
  readonly person?:
    | { readonly ageYears?: number | undefined; readonly sex?: 'female' | 'male' | 'other' | undefined }
    | undefined
  readonly pain: readonly PainPlace[]
  readonly history?:
    | {
        readonly onset?: 'gradual' | 'sudden' | 'injury' | undefined
        readonly durationDays?: number | undefined
        readonly factors?: readonly string[] | undefined
      }
    | undefined
  readonly answers?: Readonly<Record<string, Answer>> | undefined
  /** Where a yes is about a place: the places that were named, by question. */
  readonly places?: Readonly<Record<string, readonly Place[]>> | undefined
  readonly conditions?: readonly Listed[] | undefined
  readonly medicines?: readonly Listed[] | undefined
  /** Somebody alone is asked and protected more strictly; so it is if nobody says. */
  readonly setting?: 'self' | 'clinic' | undefined
  /** The short form is asked before every session; the full one before the first plan and every 28 days. */
  readonly form?: 'full' | 'short' | undefined
}

/** The part of the knowledge that a screen reads. */
export type SafetyKnowledge = Pick<
  Knowledge,
  'actions' | 'questions' | 'redFlags' | 'conditions' | 'medicines' | 'pregnancy' | 'regions'
>
