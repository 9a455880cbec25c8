/**
 * Has it changed, beyond error and in a way that matters?
 *
 * Clinical reference 5.1. A change is `likelyReal` from the measurement error on, `meaningful` from what people call
 * meaningful; both are needed for "improved". A start of 2 or less can't show improvement of pain.
 */
import type { Instrument } from '../../knowledge/schema/therapy.ts'
import { type Doses, doseValue } from '../dose.ts'

export type Measure =
  /** Any instrument by the thresholds of its record. */
  | { readonly kind: 'instrument'; readonly instrument: Pick<Instrument, 'mdc' | 'mcid' | 'score'> }
  | { readonly kind: 'nprs' | 'peg' | 'psfs' }
  /** Pressure pain threshold, kilopascal, with the muscle (and part) at which it was taken. */
  | { readonly kind: 'ppt'; readonly site: string }
  /** Range of motion in degrees, with the error of this movement and device. */
  | { readonly kind: 'rom'; readonly errorDeg: number }

export type ChangeVerdict =
  | 'improved'
  | 'worse'
  | 'within-error'
  | 'meaningful-within-error'
  | 'real-but-small'
  | 'floor'

export type Change = {
  /** Positive is better, whichever way the scale runs. */
  readonly better: number
  /** The same as a share of the start; null if the start is 0. */
  readonly share: number | null
  readonly likelyReal: boolean
  readonly meaningful: boolean
  readonly verdict: ChangeVerdict
  readonly say: string
}

/** @example changeOf({ kind: 'nprs' }, 6, 5, knowledge).verdict // 'meaningful-within-error' */
export function changeOf(measure: Measure, start: number, now: number, knowledge: Doses): Change {
  const isLowerBetter =
    measure.kind === 'nprs' ||
    measure.kind === 'peg' ||
    (measure.kind === 'instrument' && measure.instrument.score.better === 'lower')
  const better = round(isLowerBetter ? start - now : now - start)
  const share = start === 0 ? null : better / start
  const size = Math.abs(better)
  const limits = limitsOf(measure, start, knowledge)
  const likelyReal = size >= limits.error
  const meaningful =
    size >= limits.matters || (limits.mattersShare !== null && Math.abs(share ?? 0) >= limits.mattersShare)
  const verdict = verdictOf(measure, start, better, likelyReal, meaningful, knowledge)
  return { better, share, likelyReal, meaningful, verdict, say: sentences[verdict] }
}

function verdictOf(
  measure: Measure,
  start: number,
  better: number,
  likelyReal: boolean,
  meaningful: boolean,
  knowledge: Doses,
): ChangeVerdict {
  if (better > 0 && measure.kind === 'nprs' && start <= doseValue(knowledge, 'nprs.floor')) return 'floor'
  if (likelyReal && meaningful) return better > 0 ? 'improved' : 'worse'
  if (likelyReal) return 'real-but-small'
  return meaningful ? 'meaningful-within-error' : 'within-error'
}

export type ChangeLimits = {
  /** From here on it is more than measurement error. */
  readonly error: number
  /** From here on people call it meaningful, in the unit of the measure and, where known, as a share of the start. */
  readonly matters: number
  readonly mattersShare: number | null
}

/** What a change has to pass, counted from this start. */
export function limitsOf(measure: Measure, start: number, knowledge: Doses): ChangeLimits {
  const dose = (key: string) => doseValue(knowledge, key)
  switch (measure.kind) {
    case 'nprs':
      return { error: dose('nprs.mdc'), matters: dose('nprs.mcid'), mattersShare: dose('nprs.mcid_share') }
    case 'peg':
      return { error: dose('peg.mdc'), matters: dose('peg.mcid'), mattersShare: dose('peg.mcid_share') }
    case 'psfs':
      return { error: dose('psfs.mdc'), matters: dose('psfs.mcid'), mattersShare: null }
    case 'ppt': {
      // nobody knows which gain of threshold people call meaningful: error alone decides
      const error =
        measure.site === 'trapezius.upper' ? dose('ppt.mdc_kpa.upper_trapezius') : dose('ppt.mdc_share.other') * start
      return { error, matters: error, mattersShare: null }
    }
    case 'instrument': {
      const { mdc, mcid } = measure.instrument
      const least = (all: typeof mdc, unit: string) =>
        Math.min(...all.filter((one) => one.unit === unit).map((one) => one.value))
      const matters = Math.min(least(mcid, 'points'), least(mcid, 'T'))
      // without a known error what people call meaningful has to stand for both, and the other way round
      const error = Math.min(least(mdc, 'points'), least(mdc, 'T'))
      const share = least(mcid, 'share')
      const known = Number.isFinite(matters) ? matters : error
      return {
        error: Number.isFinite(error) ? error : known,
        matters: known,
        mattersShare: Number.isFinite(share) ? share : null,
      }
    }
    case 'rom':
      return { error: measure.errorDeg, matters: measure.errorDeg, mattersShare: null }
  }
}

/** Ratings have halves at most; what is left of binary fractions must not decide. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

const sentences: Record<ChangeVerdict, string> = {
  improved: 'Better, by more than error and enough to matter.',
  worse: 'Worse, by more than error and enough to matter.',
  'within-error': 'No change beyond measurement error.',
  'meaningful-within-error': 'Some change, but not more than the measure swings by itself.',
  'real-but-small': 'A real change, smaller than what people usually call meaningful.',
  floor: 'It started so low that it cannot show improvement.',
}

export type Rating = { readonly day: number; readonly value: number }

/**
 * The start against which change is measured: the mean of the ratings before treatment.
 *
 * One day alone is likely a bad one, because people seek help then; two days are asked for.
 */
export function baselineOf(ratings: readonly Rating[]): { readonly value: number; readonly isThin: boolean } | null {
  if (ratings.length === 0) return null
  const value = ratings.reduce((sum, rating) => sum + rating.value, 0) / ratings.length
  return { value, isThin: new Set(ratings.map((rating) => rating.day)).size < 2 }
}
