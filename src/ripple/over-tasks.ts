/** In which tasks a trouble is felt most, and which muscles it may tire: over all tasks, in the held posture. */

import type { Side } from '../core/units.ts'
import type { Confidence, TakesOver, Trouble } from './ask.ts'
import type { RippleModel } from './open.ts'
import { ripple } from './ripple.ts'

export type TaskRipple = {
  readonly task: string
  readonly held: boolean
  /** Effort afterwards over effort before; 1 where the trouble is not felt. */
  readonly effortRatio: number
}

/** A muscle that may tire: where it is asked for most. A hypothesis for the hands, not a finding. */
export type LikelyNext = {
  readonly muscle: string
  readonly part: string | null
  readonly side: Side
  readonly task: string
  /** Rise of its activation there, 0 to 1. */
  readonly rise: number
  readonly confidence: Confidence
  /** How sure it is that this muscle is among the first three to take over there; null where it is not one of them. */
  readonly firstThree: TakesOver['firstThree'] | null
}

export type RippleOverTasks = { readonly tasks: readonly TaskRipple[]; readonly next: readonly LikelyNext[] }

/** Rises below this are not told from the model's roughness. */
const leastRise = 0.03

/** One-sided tasks work the side of the first trouble. Tasks that can't be held come first and give no muscles. */
export function rippleOverTasks(trouble: readonly Trouble[], model: RippleModel): RippleOverTasks {
  const steps = rippleTaskByTask(trouble, model)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same with a pause after every task, of which it tells the id: for whoever must be able to stop in between. */
export function* rippleTaskByTask(
  trouble: readonly Trouble[],
  model: RippleModel,
): Generator<string, RippleOverTasks, void> {
  const working = trouble[0]?.side ?? 'right'
  const tasks: TaskRipple[] = []
  const best = new Map<string, LikelyNext>()
  for (const task of model.tasks.keys()) {
    const answer = ripple({ task, working, posture: 'fixed', trouble }, model)
    tasks.push({ task, held: answer.held, effortRatio: answer.cost.after / answer.cost.before })
    yield task
    if (!answer.held) continue
    for (const { muscle, part, side, confidence, ...load } of answer.muscles) {
      const rise = load.afterActivation - load.beforeActivation
      const isTroubled = trouble.some(
        (one) => one.muscle === muscle && one.side === side && (one.part === null || one.part === part),
      )
      const key = `${muscle} ${part ?? ''} ${side}`
      if (isTroubled || rise < leastRise || rise <= (best.get(key)?.rise ?? 0)) continue
      const found = answer.takesOver.find((one) => one.muscle === muscle && one.part === part && one.side === side)
      best.set(key, { muscle, part, side, task, rise, confidence, firstThree: found?.firstThree ?? null })
    }
  }
  return {
    tasks: tasks.sort((a, b) => Number(a.held) - Number(b.held) || b.effortRatio - a.effortRatio),
    next: [...best.values()].sort((a, b) => b.rise - a.rise),
  }
}
