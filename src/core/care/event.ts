/**
 * What happened in somebody's care, as it is kept: append-only events, made on the device that saw them.
 *
 * Nothing is ever changed or taken away: a finding that was wrong is followed by one that says so. An event carries
 * its whole meaning, so that a record can be read without the device that wrote it.
 */

import type { ActionCode } from '../../knowledge/schema/screening.ts'
import type { Answer, Case } from '../pain/case.ts'
import type { Drawing } from '../pain/drawing.ts'
import type { Place } from '../safety/asked.ts'
import type { SorenessReport } from '../session/soreness.ts'
import type { CarePlan } from './care-plan.ts'
import type { Act } from './session-log.ts'
import type { Spot } from './spot.ts'

export const eventSchema = 'unknot.event/1'

export type Setting = 'self' | 'clinic'

export const signs = ['tautBand', 'tender', 'familiarPain', 'referredPain', 'twitch'] as const
export type Sign = (typeof signs)[number]

export type History = Partial<Case['history']>

/** What is felt after a session, as asked. */
export type FollowUp = SorenessReport & {
  /** The pain that brought them, now, 0 to 10. */
  readonly painNow?: number | undefined
}

export type NoteText = {
  readonly subjective: string
  readonly objective: string
  readonly assessment: string
  readonly plan: string
}

export type ToldStop = { readonly flag: string; readonly action: ActionCode }

export const clearedBy = ['doctor', 'physiotherapist', 'other-clinician'] as const
export type ClearedBy = (typeof clearedBy)[number]

export type Body =
  | {
      readonly kind: 'person-added'
      readonly name: string
      readonly setting: Setting
      readonly ageYears?: number | undefined
      readonly sex?: 'female' | 'male' | 'other' | undefined
      /** Made up by the program, to look around with. */
      readonly isDemo?: true | undefined
    }
  | {
      readonly kind: 'person-changed'
      readonly name?: string | undefined
      readonly ageYears?: number | undefined
      readonly sex?: 'female' | 'male' | 'other' | undefined
    }
  | { readonly kind: 'intended-use-read' }
  | { readonly kind: 'episode-opened' }
  | { readonly kind: 'history-told'; readonly history: History }
  | { readonly kind: 'drawing-saved'; readonly drawing: Drawing }
  /** `null` takes an answer back. The version is that of the question's wording. */
  | {
      readonly kind: 'answered'
      readonly question: string
      readonly version: number
      readonly answer: Answer | null
    }
  /** Where that is; an empty list says that it may be anywhere. */
  | { readonly kind: 'places-named'; readonly question: string; readonly places: readonly Place[] }
  /** A condition, medicine or fact of pregnancy (id of its record) that was ticked, or taken back. */
  | {
      readonly kind: 'condition-told'
      readonly record: string
      readonly holds: boolean
      readonly places?: readonly Place[] | undefined
    }
  /** A form of questions was opened: answers given before it to its questions no longer count. */
  | { readonly kind: 'screen-begun'; readonly form: 'full' | 'short'; readonly questions: readonly string[] }
  | {
      readonly kind: 'screened'
      readonly form: 'full' | 'short'
      readonly decision: 'clear' | 'caution' | 'refer' | 'emergency'
      readonly flags: readonly string[]
      /** Those of them that stop everything, and how strictly. */
      readonly stops?: readonly ToldStop[] | undefined
    }
  /** `marks`: what each flag said when it was accepted (`markOf`); a flag that says something else is asked again. */
  | {
      readonly kind: 'caution-accepted'
      readonly flags: readonly string[]
      readonly marks?: readonly string[] | undefined
      readonly reason: string
    }
  /** Somebody who may has looked at what stopped everything, and agreed to treatment. */
  | {
      readonly kind: 'stop-cleared'
      readonly flags: readonly string[]
      readonly who: ClearedBy
      readonly reason: string
    }
  | { readonly kind: 'finding-recorded'; readonly spot: Spot; readonly sign: Sign; readonly value: boolean | null }
  /**
   * A measure: items of an instrument (`om-01`), degrees of a movement (`rom`), kilopascal at a spot (`ppt`),
   * power of a muscle from 0 to 5 and whether testing it hurts (`strength`).
   * `words` holds what the person named, such as the activities of the PSFS.
   */
  | {
      readonly kind: 'measured'
      readonly instrument: string
      readonly values: Readonly<Record<string, number>>
      readonly words?: Readonly<Record<string, string>> | undefined
      readonly movement?: string | undefined
      readonly spot?: Spot | undefined
      readonly session?: string | undefined
    }
  /** Takes a measure back, by the id of its event. */
  | { readonly kind: 'measure-withdrawn'; readonly measure: string }
  | { readonly kind: 'plan-made'; readonly plan: CarePlan; readonly because: 'first' | 'again' }
  /** By hand: what it was stays in the record. */
  | {
      readonly kind: 'plan-changed'
      readonly field: string
      readonly target: string | null
      readonly from: string
      readonly to: string
      readonly plan: CarePlan
    }
  /** The event's own id is the id of the session. */
  | { readonly kind: 'session-started'; readonly plan: CarePlan; readonly minutes: number }
  | { readonly kind: 'session-act'; readonly session: string; readonly act: Act }
  | { readonly kind: 'session-ended'; readonly session: string; readonly why: 'finished' | 'stopped' }
  | { readonly kind: 'followed-up'; readonly session: string; readonly report: FollowUp }
  | { readonly kind: 'note-written'; readonly session: string; readonly text: NoteText }
  /** From now on the note stays as it is; `by` is the name of whoever signs. Nobody is identified by it. */
  | { readonly kind: 'note-signed'; readonly session: string; readonly by: string }
  /** Added to a signed note, in the open: the note itself does not change. */
  | { readonly kind: 'note-amended'; readonly session: string; readonly by: string; readonly text: string }
  /** The person was told what will be done and that it stops at a word, and agreed to it, or did not. */
  | { readonly kind: 'consent-told'; readonly agreed: boolean }

export type Kind = Body['kind']

export type Envelope = {
  readonly schema: typeof eventSchema
  /** UUIDv7, made on the device. */
  readonly id: string
  readonly device: string
  /** Counts the events of one device, from 1 without gaps. */
  readonly seq: number
  /** Milliseconds since 1970; never goes back on one device, even if its clock does. */
  readonly atMs: number
  readonly person: string
}

export type CareEvent = Envelope & Body
export type EventOf<K extends Kind> = Extract<CareEvent, { readonly kind: K }>

export function isKind<K extends Kind>(event: CareEvent, kind: K): event is EventOf<K> {
  return event.kind === kind
}
