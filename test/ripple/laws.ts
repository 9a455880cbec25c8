/** The laws of the ripple, over as many muscles and tasks as asked for: what was counted, and what broke them. */
import type { Side } from '../../src/core/units.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Trouble } from '../../src/ripple/ask.ts'
import { rootCount } from '../../src/ripple/body-model.ts'
import { combined, jitters } from '../../src/ripple/jitter.ts'
import { partGroups } from '../../src/ripple/moment-arms.ts'
import type { Prepared, RippleModel } from '../../src/ripple/open.ts'
import { ripple } from '../../src/ripple/ripple.ts'
import { type Changes, changesOf, noChanges, type Solved, solveSituation } from '../../src/ripple/statics.ts'
import { inhibited, tight } from './model.ts'

export type Place = { readonly task: string; readonly muscle: string; readonly side: Side; readonly prepared: Prepared }

/** Every `step`th pair of muscle and task, on one side or both; the working side is the right one. */
export function* places(
  model: RippleModel,
  knowledge: Knowledge,
  step = 1,
  sides: readonly Side[] = ['right'],
): Generator<Place> {
  let number = 0
  for (const { id: task } of knowledge.tasks) {
    const prepared = model.prepare(task, 'right')
    for (const { muscle } of knowledge.modelMuscles)
      for (const side of sides) if (number++ % step === 0) yield { task, muscle, side, prepared }
  }
}

export function solveWith(
  model: RippleModel,
  prepared: Prepared,
  troubles: readonly Trouble[],
  power: 2 | 3 = 2,
  body: Changes = noChanges(model.body.elements.length),
): Solved {
  const changes = combined(changesOf(model.kinematics, troubles), body)
  const start = (power === 2 ? prepared.healthy : prepared.healthyCubic).recruitment.prices
  return solveSituation(model.kinematics, prepared.situation, changes, power, start)
}

const nameOf = ({ task, muscle, side }: Place) => `${task} ${muscle} ${side}`
const leastRiseN = 10

/** Weaker never costs less, at every dose; the muscle itself never gives more; every search ends. */
export function weakerCosts(model: RippleModel, all: Iterable<Place>, doses: readonly number[] = [0.5, 0.9]) {
  const found = { solves: 0, rejected: [] as string[], cheaper: [] as string[], unfinished: [] as string[] }
  const stronger: string[] = []
  let mostSteps = 0
  for (const place of all) {
    let { cost } = place.prepared.healthy
    let own = ownForce(model, place, place.prepared.healthy)
    for (const dose of doses) {
      const after = solveWith(model, place.prepared, [inhibited(place.muscle, dose, place.side)])
      found.solves++
      mostSteps = Math.max(mostSteps, after.recruitment.steps)
      if (!after.held) found.rejected.push(`${nameOf(place)} ${dose}`)
      if (!after.recruitment.converged) found.unfinished.push(`${nameOf(place)} ${dose}`)
      if (after.cost < cost - 1e-6) found.cheaper.push(`${nameOf(place)} ${dose}`)
      const now = ownForce(model, place, after)
      if (now > own + 0.5) stronger.push(`${nameOf(place)} ${dose}`)
      cost = after.cost
      own = now
    }
  }
  return { ...found, stronger, mostSteps }
}

function ownForce(model: RippleModel, { muscle, side }: Place, solved: Solved): number {
  return model.body.elements.reduce(
    (sum, one, e) => (one.muscle === muscle && one.side === side ? sum + solved.forcesN[e]! : sum),
    0,
  )
}

/** Tighter: the muscle's own pull never falls below what a little less tightness gave it at rest. */
export function tighterPulls(model: RippleModel, all: Iterable<Place>, doses: readonly number[] = [0.05, 0.1, 0.2]) {
  const found = { solves: 0, rejected: 0, unfinished: 0 }
  for (const place of all) {
    for (const dose of doses) {
      const after = solveWith(model, place.prepared, [tight(place.muscle, dose, place.side)])
      found.solves++
      if (!after.held) found.rejected++
      if (!after.recruitment.converged) found.unfinished++
    }
  }
  return found
}

/** A muscle that gives nothing sends nothing. */
export function silentSendNothing(model: RippleModel, all: Iterable<Place>) {
  let silent = 0
  let worstN = 0
  for (const place of all) {
    const { healthy } = place.prepared
    const own = model.body.elements.flatMap((one, e) =>
      one.muscle === place.muscle && one.side === place.side ? [e] : [],
    )
    if (own.some((e) => healthy.recruitment.activations[e]! > 1e-9)) continue
    silent++
    worstN = Math.max(
      worstN,
      largestChange(healthy, solveWith(model, place.prepared, [inhibited(place.muscle, 0.9, place.side)])),
    )
  }
  return { silent, worstN }
}

function largestChange(before: Solved, after: Solved, of: (element: number) => boolean = () => true): number {
  let worst = 0
  after.forcesN.forEach((force, e) => {
    if (of(e)) worst = Math.max(worst, Math.abs(force - before.forcesN[e]!))
  })
  return worst
}

/**
 * How many joints lie between two muscles at least: 0 where both cross the same one. Of one task, element by element.
 * What stands on the same ground is joined by it: weight moves from foot to foot.
 */
export function jointsBetween(model: RippleModel, prepared: Prepared, muscle: string, side: Side): Int32Array {
  const { elements, coordinates } = model.body
  const bearing = new Set(prepared.situation.task.bearings.map((one) => one.segment))
  const jointOf = (i: number) => {
    const { jointId, side, segment } = coordinates[i]!
    return bearing.has(segment) ? 'ground' : `${jointId} ${side}`
  }
  const crossed = elements.map(
    (_, e) =>
      new Set(
        coordinates.flatMap((_, i) =>
          i >= rootCount && Math.abs(prepared.situation.arms[e]![i]!) > 1e-6 ? [jointOf(i)] : [],
        ),
      ),
  )
  const hops = new Int32Array(elements.length).fill(-1)
  let edge = elements.flatMap((one, e) => (one.muscle === muscle && one.side === side ? [e] : []))
  for (let hop = 0; edge.length > 0; hop++) {
    const reached = new Set(edge.flatMap((e) => [...crossed[e]!]))
    if (hop === 0) for (const e of edge) hops[e] = 0
    edge = elements.flatMap((_, e) => {
      if (hops[e]! >= 0 || ![...crossed[e]!].some((joint) => reached.has(joint))) return []
      hops[e] = hop
      return [e]
    })
  }
  return hops
}

/** The largest change of force, newtons, by how many joints lie between; -1 are muscles that no joint connects. */
export function reach(
  model: RippleModel,
  all: Iterable<Place>,
  dose = 0.5,
): Map<number, { worstN: number; where: string }> {
  const byHops = new Map<number, { worstN: number; where: string }>()
  for (const place of all) {
    const after = solveWith(model, place.prepared, [inhibited(place.muscle, dose, place.side)])
    if (!after.held) continue
    const hops = jointsBetween(model, place.prepared, place.muscle, place.side)
    for (const hop of new Set(hops)) {
      const worstN = largestChange(place.prepared.healthy, after, (e) => hops[e] === hop)
      if (worstN > (byHops.get(hop)?.worstN ?? -1)) byHops.set(hop, { worstN, where: nameOf(place) })
    }
  }
  return byHops
}

/** A ripple of at most 1000 N, a third of it past every joint: bounds what `reach` may find. */
export function mostAfter(hops: number): number {
  return 1000 / 3 ** hops
}

/** The left half's ripple is the right half's in a mirror. */
export function mirrored(model: RippleModel, all: Iterable<Place>, dose = 0.5) {
  const { elements } = model.body
  const twin = elements.map((one) =>
    elements.findIndex(
      (two) =>
        two.muscle === one.muscle && two.part === one.part && two.element === one.element && two.side !== one.side,
    ),
  )
  let worstN = 0
  let pairs = 0
  for (const place of all) {
    const other: Side = place.side === 'left' ? 'right' : 'left'
    const one = solveWith(model, place.prepared, [inhibited(place.muscle, dose, place.side)])
    const two = solveWith(model, model.prepare(place.task, 'left'), [inhibited(place.muscle, dose, other)])
    pairs++
    one.forcesN.forEach((force, e) => {
      worstN = Math.max(worstN, Math.abs(force - two.forcesN[twin[e]!]!))
    })
  }
  return { pairs, worstN }
}

/** Body, muscles and loads scaled together change no activation. */
export function scaled(model: RippleModel, all: Iterable<Place>, factor = 1.3) {
  const kinematics = Object.create(model.kinematics, {
    model: {
      value: {
        ...model.body,
        massKg: model.body.massKg * factor,
        elements: model.body.elements.map((one) => ({ ...one, maxForceN: one.maxForceN * factor })),
        glides: model.body.glides.map((one) => ({ ...one, mostN: one.mostN * factor })),
      },
    },
  })
  let worst = 0
  let solves = 0
  for (const { muscle, side, prepared } of all) {
    const situation = {
      ...prepared.situation,
      demand: prepared.situation.demand.map((torque) => torque * factor),
      supports: prepared.situation.supports.map((column) => column.map((value) => value * factor)),
    }
    const changes = changesOf(model.kinematics, [inhibited(muscle, 0.5, side)])
    const large = solveSituation(kinematics, situation, changes)
    const usual = solveSituation(model.kinematics, prepared.situation, changes)
    solves++
    usual.recruitment.activations.forEach((a, j) => {
      worst = Math.max(worst, Math.abs(a - large.recruitment.activations[j]!))
    })
  }
  return { solves, worst }
}

export type Agreement = {
  ripples: number
  /** Share of ripples in which both exponents name the same three, at least two of them; the same first. */
  sameThree: number
  sameTwo: number
  sameFirst: number
  /** Share in which every body a little different keeps the three, at least two of them. */
  bodiesThree: number
  bodiesTwo: number
  /** Named `always` a ripple; share of ripples with one such name at least; how often such a name keeps its place in answers that had no part in it. */
  surePerRipple: number
  withSure: number
  sureKept: number
  mostlyKept: number
  sometimesKept: number
  /** Share of muscles changing by 10 N or more whose direction both exponents share. */
  directions: number
}

/** How far the names of those who take over can be trusted, over ripples of 10 N or more. */
export function agreement(model: RippleModel, all: Iterable<Place>, doses: readonly number[] = [0.6]): Agreement {
  const groups = partGroups(model.kinematics)
  const { elements } = model.body
  /** Bodies that the answer has not seen. */
  const fresh = jitters(model.body, 6).slice(3)
  const kept = { always: [] as number[], mostly: [] as number[], sometimes: [] as number[] }
  const count = { ripples: 0, three: 0, two: 0, first: 0, bodiesThree: 0, bodiesTwo: 0, sure: 0, withSure: 0 }
  const directions = { same: 0, of: 0 }
  for (const { task, muscle, side, prepared } of all) {
    for (const dose of doses) {
      const troubles = [inhibited(muscle, dose, side)]
      const risesOf = (before: Solved, after: Solved) => (group: readonly number[]) =>
        group.reduce((sum, e) => sum + after.forcesN[e]! - before.forcesN[e]!, 0)
      const others = groups.filter((group) => {
        const one = elements[group[0]!]!
        return one.muscle !== muscle || one.side !== side
      })
      const keyOf = (group: readonly number[]) => {
        const one = elements[group[0]!]!
        return `${one.muscle} ${one.part ?? ''} ${one.side}`
      }
      const top = (rise: (group: readonly number[]) => number) =>
        [...others]
          .sort((a, b) => rise(b) - rise(a))
          .slice(0, 3)
          .map(keyOf)
      const after = solveWith(model, prepared, troubles)
      const usual = risesOf(prepared.healthy, after)
      if (!after.held || Math.max(...others.map(usual)) < leastRiseN) continue
      const cubic = risesOf(prepared.healthyCubic, solveWith(model, prepared, troubles, 3))
      const names = top(usual)
      const common = (list: readonly string[]) => list.filter((name) => names.includes(name)).length
      const shared = common(top(cubic))
      const bodies = prepared.jittered.map(({ changes, solved }) =>
        common(top(risesOf(solved, solveWith(model, prepared, troubles, 2, changes)))),
      )
      count.ripples++
      if (shared === 3) count.three++
      if (shared >= 2) count.two++
      if (top(cubic)[0] === names[0]) count.first++
      if (Math.min(...bodies) === 3) count.bodiesThree++
      if (Math.min(...bodies) >= 2) count.bodiesTwo++
      for (const group of groups) {
        if (Math.abs(usual(group)) < leastRiseN) continue
        directions.of++
        if (Math.sign(cubic(group)) === Math.sign(usual(group)) && Math.abs(cubic(group)) >= 1) directions.same++
      }
      const { takesOver } = ripple({ task, working: 'right', posture: 'fixed', trouble: troubles }, model)
      const sure = takesOver.filter((one) => one.firstThree === 'always')
      count.sure += sure.length
      if (sure.length > 0) count.withSure++
      const trials = fresh.flatMap((body) =>
        ([2, 3] as const).map((power) => {
          const rise = risesOf(
            solveSituation(model.kinematics, prepared.situation, body, power),
            solveWith(model, prepared, troubles, power, body),
          )
          return { rise, third: [...others].map(rise).sort((a, b) => b - a)[2]! }
        }),
      )
      for (const one of takesOver) {
        const group = others.find((other) => keyOf(other) === `${one.muscle} ${one.part ?? ''} ${one.side}`)!
        const keeps = trials.filter(({ rise, third }) => rise(group) >= 0.98 * third).length
        kept[one.firstThree].push(keeps / trials.length)
      }
    }
  }
  const share = (part: number) => part / count.ripples
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  return {
    ripples: count.ripples,
    sameThree: share(count.three),
    sameTwo: share(count.two),
    sameFirst: share(count.first),
    bodiesThree: share(count.bodiesThree),
    bodiesTwo: share(count.bodiesTwo),
    surePerRipple: share(count.sure),
    withSure: share(count.withSure),
    sureKept: mean(kept.always),
    mostlyKept: mean(kept.mostly),
    sometimesKept: mean(kept.sometimes),
    directions: directions.same / directions.of,
  }
}

/** With the posture free nothing is dearer than held still, and weaker never costs less. */
export function freePosture(model: RippleModel, all: Iterable<Place>, doses: readonly number[] = [0.4, 0.8]) {
  const found = { solves: 0, rejected: 0, dearer: [] as string[], cheaper: [] as string[] }
  for (const place of all) {
    let last = place.prepared.healthy.cost
    for (const degree of doses) {
      const trouble = [inhibited(place.muscle, degree, place.side)]
      const free = ripple({ task: place.task, working: 'right', posture: 'free', trouble }, model)
      const fixed = solveWith(model, place.prepared, trouble)
      found.solves++
      if (!free.held) found.rejected++
      if (free.cost.after > fixed.cost + 1e-4) found.dearer.push(`${nameOf(place)} ${degree}`)
      if (free.cost.after < last - 1e-4) found.cheaper.push(`${nameOf(place)} ${degree}`)
      last = free.cost.after
    }
  }
  return found
}
