/**
 * Go on, change, space out, stop or refer?
 *
 * Clinical reference 3.9 (PLAN-01 to PLAN-10). All rules that apply are named, the strictest first; what is not known
 * neither holds a plan nor ends it.
 */
import { type Doses, doseValue } from '../dose.ts'
import { type Change, changeOf } from './change.ts'

export type Pair = { readonly start: number; readonly now: number }

export type Progress = {
  readonly sessions: number
  readonly weeks: number
  /** Sessions in the whole episode, earlier courses included; the same as `sessions` if absent. */
  readonly sessionsInEpisode?: number
  readonly hasSignOff?: boolean
  readonly nprs?: Pair
  readonly peg?: Pair
  readonly psfs?: Pair
  /** Local tenderness clearly less, or movement better by more than its error. */
  readonly isLocallyBetter?: boolean
  /** For how many hours the gain of each of the last sessions lasted, in order. */
  readonly gainLastedH?: readonly number[]
  /** For how many days pain has been worse by two points or more. */
  readonly worseDays?: number
  readonly isSpreading?: boolean
  readonly hasNewRedFlag?: boolean
  readonly areasOfFive?: number
  readonly isHighlyDistressed?: boolean
  /** The goal was reached at the checkpoint before this one too. */
  readonly wasAtGoal?: boolean
}

export type VerdictKind = 'refer' | 'stop' | 'change' | 'discharge' | 'space-out' | 'continue'

export type PlanRule = {
  readonly rule: string
  readonly kind: VerdictKind
  readonly because: string
  readonly say: string
}

export type Verdict = PlanRule & {
  /** Every rule that applies, the deciding one first. */
  readonly rules: readonly PlanRule[]
}

export function verdictOf(progress: Progress, knowledge: Doses): Verdict {
  const rules = planRules.filter((one) => one.holds(factsOf(progress, knowledge)))
  const plain = rules.map(({ rule, kind, because, say }) => ({ rule, kind, because, say }))
  const [first = carryOn] = plain
  return { ...first, rules: plain }
}

const carryOn: PlanRule = {
  rule: 'between-checkpoints',
  kind: 'continue',
  because: 'It is too early to decide.',
  say: 'Go on as planned until the next checkpoint.',
}

type Facts = {
  readonly progress: Progress
  readonly hasMeasure: boolean
  /** NPRS down by 30 percent, or PSFS or PEG past what people call meaningful. */
  readonly isGaining: boolean
  readonly isAtGoal: boolean
  readonly isReviewDue: boolean
  readonly isEndDue: boolean
  readonly fades: boolean
  readonly isWorse: boolean
  readonly isOverMost: boolean
}

const goodShare = 0.3
const fadingSessions = 3

function factsOf(progress: Progress, knowledge: Doses): Facts {
  const dose = (key: string) => doseValue(knowledge, key)
  const { nprs, peg, psfs, sessions, weeks } = progress
  const change = (kind: 'nprs' | 'peg' | 'psfs', pair: Pair | undefined): Change | null =>
    pair === undefined ? null : changeOf({ kind }, pair.start, pair.now, knowledge)
  const pain = change('nprs', nprs)
  const isPast = (one: Change | null) => one !== null && one.better > 0 && one.meaningful
  const isPainDown = pain !== null && pain.verdict !== 'floor' && (pain.share ?? 0) >= goodShare
  const lasted = (progress.gainLastedH ?? []).slice(-fadingSessions)
  return {
    progress,
    hasMeasure: [nprs, peg, psfs].some((pair) => pair !== undefined),
    isGaining: isPainDown || isPast(change('peg', peg)) || isPast(change('psfs', psfs)),
    isAtGoal:
      nprs !== undefined &&
      psfs !== undefined &&
      nprs.now <= dose('plan.goal_nprs') &&
      psfs.now >= dose('plan.goal_psfs'),
    isReviewDue:
      sessions >= dose('plan.nochange.review_sessions') || (weeks >= dose('plan.review_weeks') && sessions >= 3),
    isEndDue:
      sessions >= dose('plan.nochange.stop_sessions') || (weeks >= dose('plan.nochange.stop_weeks') && sessions >= 4),
    fades: lasted.length === fadingSessions && lasted.every((hours) => hours < dose('plan.fade_h')),
    isWorse: (progress.worseDays ?? 0) > dose('plan.worse_days') || progress.isSpreading === true,
    isOverMost: (progress.sessionsInEpisode ?? sessions) > dose('plan.max_sessions_without_signoff'),
  }
}

const planRules: readonly (PlanRule & { readonly holds: (facts: Facts) => boolean })[] = [
  {
    rule: 'PLAN-08',
    kind: 'refer',
    because: 'A new warning sign was found.',
    say: 'Stop, and follow the safety screen.',
    holds: ({ progress }) => progress.hasNewRedFlag === true,
  },
  {
    rule: 'PLAN-06',
    kind: 'refer',
    because: 'It has been worse for more than a week, or it is spreading.',
    say: 'Stop, ask the safety questions again, and have it assessed.',
    holds: ({ isWorse }) => isWorse,
  },
  {
    rule: 'PLAN-05',
    kind: 'refer',
    because: 'Six sessions or four weeks brought no meaningful change.',
    say: 'End the course, and have it assessed by a doctor or physiotherapist.',
    holds: ({ hasMeasure, isGaining, isEndDue }) => hasMeasure && !isGaining && isEndDue,
  },
  {
    rule: 'PLAN-10',
    kind: 'stop',
    because: 'More than twelve sessions in one episode.',
    say: 'Go on only with a stated reason and the signature of a clinician.',
    holds: ({ isOverMost, progress }) => isOverMost && progress.hasSignOff !== true,
  },
  {
    rule: 'PLAN-09',
    kind: 'change',
    because: 'Pain in most of the body, or great distress.',
    say: 'Treat gently and as a whole, and involve a doctor or a pain service.',
    holds: ({ progress }) => (progress.areasOfFive ?? 0) >= 4 || progress.isHighlyDistressed === true,
  },
  {
    rule: 'PLAN-02',
    kind: 'discharge',
    because: 'The goal was reached at two checkpoints.',
    say: 'Go on with self-care, and agree on what to do in a flare.',
    holds: ({ isAtGoal, progress }) => isAtGoal && progress.wasAtGoal === true,
  },
  {
    rule: 'PLAN-07',
    kind: 'change',
    because: 'Each gain was gone within two days, three times in a row.',
    say: 'No more sessions of this kind; work on load, sleep, stress and strength.',
    holds: ({ fades }) => fades,
  },
  {
    rule: 'PLAN-01',
    kind: 'space-out',
    because: 'Pain is down by three tenths, or function is up by what people call meaningful.',
    say: 'Go on, with more exercise and more days between.',
    holds: ({ isGaining }) => isGaining,
  },
  {
    rule: 'PLAN-03',
    kind: 'change',
    because: 'The spot or the movement is better, pain and function are not yet.',
    say: 'Shift to exercise, load and sleep, rank the muscles again, and add two or three sessions only.',
    holds: ({ hasMeasure, isGaining, isReviewDue, progress }) =>
      hasMeasure && !isGaining && isReviewDue && progress.isLocallyBetter === true,
  },
  {
    rule: 'PLAN-04',
    kind: 'stop',
    because: 'Four sessions or two weeks brought no meaningful change.',
    say: 'Stop repeating the same points; examine again and think of other sources.',
    holds: ({ hasMeasure, isGaining, isReviewDue, progress }) =>
      hasMeasure && !isGaining && isReviewDue && progress.isLocallyBetter !== true,
  },
]
