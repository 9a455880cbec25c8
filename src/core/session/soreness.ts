/**
 * Is what is felt after a session expected, too much, or harm?
 *
 * Clinical reference 3.8. The limits are product rules (assumption A-CLINIC-14).
 */
import { type Doses, doseValue } from '../dose.ts'

export const seriousSigns = [
  'red-flag',
  'numbness-or-weakness',
  'dark-urine',
  'swollen-limb',
  'growing-lump-or-bruise',
  'fever',
  'breathless',
] as const
export type SeriousSign = (typeof seriousSigns)[number]

/** The question of the screen that a sign answers with yes: nobody is asked twice, and what it stops is stopped. */
export const questionOfSign: Readonly<Record<SeriousSign, string>> = {
  'red-flag': 'reaction-last-time',
  'numbness-or-weakness': 'new-numbness',
  'dark-urine': 'dark-urine',
  'swollen-limb': 'limb-swelling',
  'growing-lump-or-bruise': 'growing-bruise',
  fever: 'fever',
  breathless: 'chest-breath-faint',
}

export type SorenessReport = {
  /** Hours since the session at which this is felt. */
  readonly hoursAfter: number
  /** How much above the usual, 0 to 10; absent where a serious sign was told first. */
  readonly abovePoints?: number | undefined
  readonly bruise?: 'none' | 'light' | 'marked'
  readonly isSleepDisturbed?: boolean
  /** How long a headache has lasted since the session, hours. */
  readonly headacheHours?: number
  readonly signs?: readonly SeriousSign[]
}

export type SorenessClass = 'expected' | 'excess' | 'adverse-minor' | 'adverse-serious'

export type SorenessFinding = {
  readonly class: SorenessClass
  /** The limits that were passed, in words without the person's own. */
  readonly because: readonly string[]
  readonly next: NextDose
  readonly say: string
}

/** What follows for the next session. */
export type NextDose = {
  readonly mayContinue: boolean
  /** Share of the wanted discomfort and of the dose that is kept, 0 to 1. */
  readonly keepShare: number
  readonly repsLess: number
  readonly extraRestDays: number
  readonly needsReview: boolean
}

/** Strictest class first: the first limit that is passed decides. Soreness that is gone has no duration. */
export function classifySoreness(report: SorenessReport, knowledge: Doses): SorenessFinding {
  const dose = (key: string) => doseValue(knowledge, key)
  const above = report.abovePoints ?? 0
  const isSore = above > 0
  if ((report.signs ?? []).length > 0) {
    return finding('adverse-serious', ['A sign that is never part of normal soreness.'], knowledge)
  }
  const minor = reasons([
    [above >= dose('soreness.alert_score'), 'It is stronger than soreness gets.'],
    [isSore && report.hoursAfter > dose('soreness.alert_h'), 'It lasts longer than three days.'],
    [report.bruise === 'marked', 'There is a marked bruise.'],
    [(report.headacheHours ?? 0) > 24, 'A headache lasts longer than a day.'],
  ])
  if (minor.length > 0) return finding('adverse-minor', minor, knowledge)
  const excess = reasons([
    [report.abovePoints === undefined, 'Nobody said how sore it is.'],
    [above > dose('soreness.max_delta'), 'It is stronger than expected.'],
    [isSore && report.hoursAfter > dose('soreness.expected_h'), 'It lasts longer than two days.'],
    [report.bruise === 'light', 'There is a light bruise.'],
    [report.isSleepDisturbed === true, 'It disturbs sleep.'],
  ])
  if (excess.length > 0) return finding('excess', excess, knowledge)
  return finding('expected', [], knowledge)
}

function reasons(all: readonly (readonly [boolean, string])[]): string[] {
  return all.filter(([holds]) => holds).map(([, text]) => text)
}

function finding(found: SorenessClass, because: readonly string[], knowledge: Doses): SorenessFinding {
  const base = { repsLess: 0, extraRestDays: 0, needsReview: false, mayContinue: true, keepShare: 1 }
  switch (found) {
    case 'expected':
      return { class: found, because, next: base, say: 'This is normal. Keep moving gently; warmth may help.' }
    case 'excess': {
      const keepShare = 1 - doseValue(knowledge, 'soreness.excess_target_share')
      const say = 'It was a little too much. Next time lighter, with a repetition less and one more day of rest.'
      return { class: found, because, next: { ...base, keepShare, repsLess: 1, extraRestDays: 1 }, say }
    }
    case 'adverse-minor': {
      const keepShare = 1 - doseValue(knowledge, 'soreness.halve_share')
      const say =
        'That is more than soreness. It is recorded, medicines and conditions are checked, and the dose is halved.'
      return {
        class: found,
        because,
        next: { ...base, keepShare, repsLess: 1, extraRestDays: 2, needsReview: true },
        say,
      }
    }
    case 'adverse-serious': {
      const say = 'Stop all treatment and answer the safety questions now. No session until somebody has cleared it.'
      return { class: found, because, next: { ...base, keepShare: 0, mayContinue: false, needsReview: true }, say }
    }
  }
}

/** Hours after a session at which to ask; the third only if it has not settled. */
export function followUpHours(knowledge: Doses, isSettled: boolean): readonly number[] {
  const hours = [doseValue(knowledge, 'followup.first_h'), doseValue(knowledge, 'followup.second_h')]
  return isSettled ? hours : [...hours, doseValue(knowledge, 'followup.third_h')]
}
