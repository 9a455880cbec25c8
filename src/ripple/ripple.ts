/** Who works harder when one muscle can't: the whole answer to one ask. */
import type { Confidence, MuscleLoad, PostureChange, RippleAnswer, RippleAsk } from './ask.ts'
import { combined } from './jitter.ts'
import { jointForces, pullsOf } from './joint-load.ts'
import { partGroups } from './moment-arms.ts'
import type { Prepared, RippleModel } from './open.ts'
import { postureDeg } from './posture-names.ts'
import { type Changes, changesOf, type Solved, solveSituation } from './statics.ts'
import { type Rises, takesOver } from './takes-over.ts'

/** Changes below this are no change, newtons. */
const leastChangeN = 1
/** Joints whose muscles have the weakest reference data: never more than low confidence. */
const poorlyKnown = new Set(['neck', 'head', 'sternoclavicular', 'scapula'])

/** A muscle that the model lacks changes nothing; `parseRippleAsk` refuses it before. */
export function ripple(ask: RippleAsk, model: RippleModel): RippleAnswer {
  const prepared = model.prepare(ask.task, ask.working)
  const changes = changesOf(model.kinematics, ask.trouble)
  const before = prepared.healthy
  const fixed = solveSituation(model.kinematics, prepared.situation, changes, 2, before.recruitment.prices)
  const free = ask.posture === 'free' ? prepared.search().search(changes) : null
  const after = free === null ? fixed : free.solved
  const joints = jointForces(model.kinematics, prepared.situation, prepared.pulls, before)
  let jointsAfter = jointForces(model.kinematics, prepared.situation, prepared.pulls, after)
  if (free !== null) {
    model.kinematics.pose(free.q)
    jointsAfter = jointForces(model.kinematics, free.situation, pullsOf(model.kinematics), after)
  }
  const held = before.held && after.held
  const groups = partGroups(model.kinematics)
  const pairs = rivals(model, prepared, changes, before)
  return {
    schema: 'unknot.ripple-answer/1',
    held,
    worstReserveNm: round(Math.max(after.worstReserveNm, before.held ? 0 : before.worstReserveNm), 4),
    muscles: muscleLoads(model, prepared, groups, pairs, { before, fixed, after }),
    takesOver: held
      ? takesOver(
          model.body,
          ask.trouble,
          groups.map((group) => risesOf(group, pairs, before, after)),
        )
      : [],
    cost: { before: round(before.cost, 5), after: round(free === null ? after.cost : free.cost, 5) },
    joints: joints.map(({ joint, side, newtons }, k) => ({
      joint,
      side,
      beforeN: round(newtons, 1),
      afterN: round(jointsAfter[k]!.newtons, 1),
    })),
    posture: prepared.setup.adaptations.map(({ id }): PostureChange => {
      const deg = (q: Float64Array) => round(postureDeg(model.kinematics, prepared.setup, q, id), 2)
      return { coordinate: id, beforeDeg: deg(prepared.q), afterDeg: deg(free === null ? prepared.q : free.q) }
    }),
  }
}

function muscleLoads(
  model: RippleModel,
  prepared: Prepared,
  groups: readonly (readonly number[])[],
  pairs: readonly Pair[],
  { before, fixed, after }: { readonly before: Solved; readonly fixed: Solved; readonly after: Solved },
): MuscleLoad[] {
  const { elements, coordinates } = model.body
  const strength = (group: readonly number[]) => group.reduce((total, e) => total + elements[e]!.maxForceN, 0)
  const activation = (solved: Solved, group: readonly number[]) =>
    group.reduce((total, e) => total + solved.recruitment.activations[e]! * elements[e]!.maxForceN, 0) / strength(group)
  const loads = groups.map((group): MuscleLoad => {
    const { muscle, part, side } = elements[group[0]!]!
    const known = group.every((e) =>
      coordinates.every(
        (one, i) => prepared.situation.arms[e]![i] === 0 || one.joint === null || !poorlyKnown.has(one.joint),
      ),
    )
    const change = sum(fixed, group) - sum(before, group)
    return {
      muscle,
      part,
      side,
      beforeN: round(sum(before, group), 1),
      afterN: round(sum(after, group), 1),
      beforeActivation: round(activation(before, group), 4),
      afterActivation: round(activation(after, group), 4),
      confidence: known
        ? confidence(
            change,
            pairs.map((pair) => sum(pair.after, group) - sum(pair.before, group)),
          )
        : 'low',
    }
  })
  const size = (load: MuscleLoad) => Math.abs(load.afterN - load.beforeN)
  return loads.sort((a, b) => size(b) - size(a))
}

type Pair = { readonly before: Solved; readonly after: Solved }

function sum(solved: Solved, group: readonly number[]): number {
  return group.reduce((total, e) => total + solved.forcesN[e]!, 0)
}

function risesOf(group: readonly number[], pairs: readonly Pair[], before: Solved, after: Solved): Rises {
  const [other, ...bodies] = pairs
  const rise = (pair: Pair) =>
    pair.before.held && pair.after.held ? sum(pair.after, group) - sum(pair.before, group) : null
  return { group, model: sum(after, group) - sum(before, group), otherPower: rise(other!), bodies: bodies.map(rise) }
}

/** The same ask of a model with another exponent, and of bodies a little different. */
function rivals(model: RippleModel, prepared: Prepared, changes: Changes, before: Solved): Pair[] {
  const solve = (other: Changes, power: 2 | 3, start: Float64Array) =>
    solveSituation(model.kinematics, prepared.situation, other, power, start)
  return [
    { before: prepared.healthyCubic, after: solve(changes, 3, prepared.healthyCubic.recruitment.prices) },
    ...prepared.jittered.map((one) => ({
      before: one.solved,
      after: solve(combined(changes, one.changes), 2, before.recruitment.prices),
    })),
  ]
}

/** High where the other exponent and every jittered body agree on the direction, medium where all but one do. */
function confidence(change: number, others: readonly number[]): Confidence {
  const direction = (value: number) => (Math.abs(value) < leastChangeN ? 0 : Math.sign(value))
  const against = others.filter((other) => direction(other) !== direction(change)).length
  return against === 0 ? 'high' : against === 1 ? 'medium' : 'low'
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits
  return Math.round(value * factor) / factor + 0
}
