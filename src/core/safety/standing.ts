/**
 * What was stopped stays stopped until somebody who may has looked at it.
 *
 * A later "no" does not take back an earlier "yes" that led to a referral: the program never lowers by itself. Only a
 * clearance, later than the stop and with a reason, does; and it lowers only what it was given for. An emergency that
 * is raised today is never lowered.
 */
import {
  type ActionWords,
  type Flag,
  kindOfAction,
  rankOf,
  type Screening,
  screeningOf,
  sentenceOfAction,
} from './screening.ts'

export type Stop = { readonly flag: Flag; readonly atMs: number }
export type Clearance = {
  readonly flag: string
  readonly atMs: number
  readonly by: 'clinician'
  readonly reason: string
}

/** The stops that nobody has cleared since, one a flag, the strictest of each. */
export function standingStops(stops: readonly Stop[], clearances: readonly Clearance[]): readonly Stop[] {
  const isCleared = (stop: Stop) =>
    clearances.some((one) => one.flag === stop.flag.id && one.atMs > stop.atMs && one.reason.trim().length > 0)
  const strictest = new Map<string, Stop>()
  for (const stop of stops) {
    if (kindOfAction(stop.flag.action) === 'caution' || isCleared(stop)) continue
    const before = strictest.get(stop.flag.id)
    if (before === undefined || rankOf(before.flag.action) <= rankOf(stop.flag.action))
      strictest.set(stop.flag.id, stop)
  }
  return [...strictest.values()]
}

/** Today's screening together with what still stands: the stricter of the two. */
export function withStanding(screening: Screening, standing: readonly Stop[], words: ActionWords): Screening {
  const old = standing.map((stop) => stop.flag).filter((flag) => isStricter(flag, screening))
  if (old.length === 0) return screening
  const kept = screening.flags.filter((flag) => !old.some((one) => one.id === flag.id))
  return screeningOf([...old, ...kept], screening.unanswered, words)
}

function isStricter(flag: Flag, screening: Screening): boolean {
  const same = screening.flags.find((one) => one.id === flag.id)
  return same === undefined || rankOf(flag.action) > rankOf(same.action)
}

/** Words of a clearance that a screen may show, and which answers it was given for. */
export type ClearedFor = { readonly flag: string; readonly reason: string; readonly yes: ReadonlySet<string> }

/**
 * Referrals that somebody has looked at become cautions that keep their effects, as long as nothing was answered with
 * yes that was not when they looked, and no question about the present (`isAboutNow`) was.
 *
 * @param yes  every question answered with yes or not sure today
 */
export function withClearances(
  screening: Screening,
  clearances: readonly ClearedFor[],
  yes: readonly string[],
  isAboutNow: (question: string) => boolean,
  words: ActionWords,
): Screening {
  const lowered = screening.flags.map((flag): Flag => {
    if (kindOfAction(flag.action) !== 'refer') return flag
    const raising = yes.filter((question) => flag.asked.includes(question))
    const cleared = clearances.findLast(
      (one) => one.flag === flag.id && raising.every((question) => one.yes.has(question) && !isAboutNow(question)),
    )
    if (cleared === undefined) return flag
    const { within: _, ...rest } = flag
    return { ...rest, action: 'CAUTION', say: 'It was looked at, and treatment was agreed to. Keep to what was said.' }
  })
  return screeningOf(lowered, screening.unanswered, words)
}

/** Stops whose answer was put right at once: said all the same, so that nobody goes on past one by a second tap. */
export function withWithdrawn(screening: Screening, withdrawn: readonly Flag[], words: ActionWords): Screening {
  const gone = withdrawn.filter(
    (flag) => !screening.flags.some((one) => one.id === flag.id && one.within !== undefined),
  )
  const cautions = gone.map(
    (flag): Flag => ({
      id: `changed-${flag.id}`,
      because: `An answer was changed that had stopped everything. It was: ${flag.because}`,
      action: 'CAUTION',
      say: `If any of it is true, act on it: ${sentenceOfAction(flag.action, words)}`,
      unsure: false,
      effects: [],
      asked: [],
    }),
  )
  if (cautions.length === 0) return screening
  return screeningOf([...screening.flags, ...cautions], screening.unanswered, words)
}
