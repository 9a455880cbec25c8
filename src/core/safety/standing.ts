/**
 * What was stopped stays stopped until a clinician clears it.
 *
 * A later "no" does not take back an earlier "yes" that led to a referral: the program never lowers by itself. Only a
 * clearance by a clinician, later than the stop and with a reason, does.
 */
import type { ActionCode } from '../../knowledge/schema/screening.ts'
import { type AtLeastOne, actions, type Flag, kindOfAction, type Screening, sentenceOfAction } from './screening.ts'

export type Stop = { readonly flag: Flag; readonly atMs: number }
export type Clearance = {
  readonly flag: string
  readonly atMs: number
  readonly by: 'clinician'
  readonly reason: string
}

/** The stops that nobody has cleared since, one a flag. */
export function standingStops(stops: readonly Stop[], clearances: readonly Clearance[]): readonly Stop[] {
  const latest = new Map<string, Stop>()
  for (const stop of stops) {
    if (kindOfAction(stop.flag.action) === 'caution') continue
    const before = latest.get(stop.flag.id)
    if (before === undefined || before.atMs <= stop.atMs) latest.set(stop.flag.id, stop)
  }
  const isCleared = (stop: Stop) =>
    clearances.some((one) => one.flag === stop.flag.id && one.atMs > stop.atMs && one.reason.trim().length > 0)
  return [...latest.values()].filter((stop) => !isCleared(stop))
}

/** Today's screening together with what still stands: the stricter of the two. */
export function withStanding(screening: Screening, standing: readonly Stop[]): Screening {
  const now = new Set(screening.flags.map((flag) => flag.id))
  const old = standing.map((stop) => stop.flag).filter((flag) => !now.has(flag.id) || isStricter(flag, screening))
  const kept = screening.flags.filter((flag) => !old.some((one) => one.id === flag.id))
  const [first, ...rest] = [...old, ...kept].sort((a, b) => rankOf(b.action) - rankOf(a.action))
  if (first === undefined || old.length === 0) return screening
  const flags: AtLeastOne<Flag> = [first, ...rest]
  const { unanswered } = screening
  const said = flags.filter((flag) => flag.action === first.action).map((flag) => flag.say)
  const whatToDo: AtLeastOne<string> = [sentenceOfAction(first.action), ...new Set(said)]
  if (first.action === 'STOP_EMERGENCY') return { kind: 'emergency', within: 'now', flags, unanswered, whatToDo }
  return { kind: 'refer', within: first.action === 'STOP_SAME_DAY' ? 'today' : 'weeks', flags, unanswered, whatToDo }
}

function isStricter(flag: Flag, screening: Screening): boolean {
  const same = screening.flags.find((one) => one.id === flag.id)
  return same === undefined || rankOf(flag.action) > rankOf(same.action)
}

function rankOf(action: ActionCode): number {
  return actions.indexOf(action)
}
