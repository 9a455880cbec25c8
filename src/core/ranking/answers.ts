/**
 * What can be asked, in the words of a case, and where each answer goes in it.
 *
 * One place for both: what is weighed before a question is put is what the ranking uses once it is answered.
 */
import type { Answer, Case, Factor, Onset } from '../pain/case.ts'
import type { Quality } from '../pain/paint.ts'
import type { Side } from '../units.ts'

/** What a question is about. */
export type Subject =
  | { readonly about: 'worse' | 'better'; readonly movement: string }
  | { readonly about: 'range'; readonly movement: string; readonly side: Side | null }
  /** A question of the screen, by its id. Its answer counts there as well. */
  | { readonly about: 'answer'; readonly question: string }
  | { readonly about: 'factor'; readonly factor: Factor }
  | { readonly about: 'onset' | 'duration' | 'quality' }

export type YesNo = 'yes' | 'no'

/**
 * Since when: the days that stand for each answer. They lie in the stretch where every rule of the screen that could
 * hold for the stretch does hold, so that a rough answer is never less safe than a missing one.
 */
export const durations = { days: 1, weeks: 3, months: 61, longer: 91 } as const
export type Duration = keyof typeof durations

/** How it feels, in groups that a person can choose between at one glance. */
export const feelings = {
  dull: ['aching', 'tight'],
  sharp: ['sharp', 'stabbing', 'throbbing'],
  burning: ['burning', 'electric'],
  tingling: ['tingling', 'numb'],
} as const satisfies Record<string, readonly Quality[]>
export type Feeling = keyof typeof feelings

const yesNo = ['yes', 'no'] as const

/** The answers to choose from. */
export function answersTo({ about }: Subject): readonly string[] {
  if (about === 'onset') return ['gradual', 'sudden', 'injury'] satisfies readonly Onset[]
  if (about === 'duration') return Object.keys(durations)
  return about === 'quality' ? Object.keys(feelings) : yesNo
}

/** One answer in a case: added to a list, or put where one value stands. */
export type CaseEntry =
  | { readonly list: 'history.worseWith' | 'history.betterWith' | 'history.sameWith'; readonly add: string }
  | { readonly list: 'history.factors' | 'history.notFactors'; readonly add: Factor }
  | {
      readonly list: 'ranges'
      readonly add: { readonly movement: string; readonly side: Side | null; readonly limited: boolean }
    }
  | { readonly put: 'answers'; readonly question: string; readonly value: Answer }
  | { readonly put: 'history.onset'; readonly value: Onset }
  | { readonly put: 'history.durationDays'; readonly value: number }
  | { readonly put: 'history.quality'; readonly value: readonly Quality[] }

/** Where an answer (one of `answersTo`) goes. */
export function entryOf(subject: Subject, answer: string): CaseEntry {
  const isYes = answer === 'yes'
  switch (subject.about) {
    case 'worse':
    case 'better': {
      const changes = subject.about === 'worse' ? 'history.worseWith' : 'history.betterWith'
      return { list: isYes ? changes : 'history.sameWith', add: subject.movement }
    }
    case 'range':
      return { list: 'ranges', add: { movement: subject.movement, side: subject.side, limited: isYes } }
    case 'factor':
      return { list: isYes ? 'history.factors' : 'history.notFactors', add: subject.factor }
    case 'answer':
      return { put: 'answers', question: subject.question, value: answer as Answer }
    case 'onset':
      return { put: 'history.onset', value: answer as Onset }
    case 'duration':
      return { put: 'history.durationDays', value: durations[answer as Duration] }
    case 'quality':
      return { put: 'history.quality', value: feelings[answer as Feeling] }
  }
}

/** The case with this answer in it. Said twice it stands there once; said anew the newest word counts. */
export function enter(given: Case, entry: CaseEntry): Case {
  const { history } = given
  if ('put' in entry) {
    switch (entry.put) {
      case 'answers':
        return { ...given, answers: { ...given.answers, [entry.question]: entry.value } }
      case 'history.onset':
        return { ...given, history: { ...history, onset: entry.value } }
      case 'history.durationDays':
        return { ...given, history: { ...history, durationDays: entry.value } }
      case 'history.quality':
        return { ...given, history: { ...history, quality: entry.value } }
    }
  }
  switch (entry.list) {
    case 'ranges': {
      const { movement, side } = entry.add
      const others = (given.ranges ?? []).filter((one) => one.movement !== movement || one.side !== side)
      return { ...given, ranges: [...others, entry.add] }
    }
    case 'history.factors':
    case 'history.notFactors': {
      const without = (list: readonly Factor[] = []) => list.filter((one) => one !== entry.add)
      const [factors, notFactors] = [without(history.factors), without(history.notFactors)]
      const told = entry.list === 'history.factors'
      return {
        ...given,
        history: {
          ...history,
          factors: told ? [...factors, entry.add] : factors,
          notFactors: told ? notFactors : [...notFactors, entry.add],
        },
      }
    }
    default: {
      const without = (list: readonly string[] = []) => list.filter((one) => one !== entry.add)
      const { worseWith, betterWith, sameWith } = history
      const lists = {
        'history.worseWith': without(worseWith),
        'history.betterWith': without(betterWith),
        'history.sameWith': without(sameWith),
      }
      lists[entry.list].push(entry.add)
      return {
        ...given,
        history: {
          ...history,
          worseWith: lists['history.worseWith'],
          betterWith: lists['history.betterWith'],
          sameWith: lists['history.sameWith'],
        },
      }
    }
  }
}

/** Nothing is asked twice: a movement named in any way is known, and an answer "unsure" is one too. */
export function isAnswered(subject: Subject, { history, answers, ranges = [] }: Case): boolean {
  switch (subject.about) {
    case 'range': {
      const { movement, side } = subject
      const { limited = [] } = history
      if (limited.some((name) => name === movement || name === `${movement}-${side}`)) return true
      return ranges.some((one) => one.movement === movement && one.side === side)
    }
    case 'worse':
    case 'better': {
      const { movement } = subject
      const { worseWith, betterWith, sameWith = [] } = history
      const named = [...worseWith, ...betterWith, ...sameWith]
      return named.some((name) => name === movement || movement.startsWith(`${name}-`))
    }
    case 'factor':
      return history.factors.includes(subject.factor) || (history.notFactors?.includes(subject.factor) ?? false)
    case 'answer':
      return answers[subject.question] !== undefined
    case 'onset':
      return history.onset !== undefined
    case 'duration':
      return history.durationDays !== undefined
    case 'quality':
      return history.quality !== undefined && history.quality.length > 0
  }
}
