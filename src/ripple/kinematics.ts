/**
 * Where everything is in a posture, and how each muscle pulls: MuJoCo's part of the work.
 *
 * MuJoCo is loaded when the first ripple is asked for and at no other time (10 MB of WebAssembly).
 */
import type { DoubleBuffer, MainModule, MjData, MjModel } from '@mujoco/mujoco'
import type { PointMm } from '../core/units.ts'
import type { BodyModel } from './body-model.ts'
import { mjcfOf } from './mjcf.ts'

export type LoadMujoco = () => Promise<MainModule>

/** The way of one muscle. */
export type Course = { readonly at: readonly [number, number, number]; readonly segment: number }[]

/** All that follows from one posture. Metres, newtons, radians; the arrays are the next posture's too. */
export type Pose = {
  readonly q: Float64Array
  /** Muscle lengths, metres. */
  readonly lengths: Float64Array
  /** Torque that holds the body's weight, newton metres (newtons for the first three). */
  readonly weight: Float64Array
  /** World direction and place of each coordinate's axis, three numbers each. */
  readonly axes: Float64Array
  readonly anchors: Float64Array
  /** World place (3) and orientation (9, row-major) of each segment. */
  readonly places: Float64Array
  readonly turns: Float64Array
}

export class Kinematics {
  readonly model: BodyModel
  /** How each muscle's length changes with each coordinate: row starts, coordinates. */
  readonly armStarts: Int32Array
  readonly armCoordinates: Int32Array
  private readonly mujoco: MainModule
  private readonly compiled: MjModel
  private readonly data: MjData
  private readonly bias: DoubleBuffer
  /** affects[coordinate * segments + segment]: whether moving the one moves the other. */
  private readonly affects: Uint8Array

  constructor(mujoco: MainModule, model: BodyModel) {
    this.mujoco = mujoco
    this.model = model
    this.compiled = mujoco.MjModel.from_xml_string(mjcfOf(model))
    this.data = new mujoco.MjData(this.compiled)
    this.bias = new mujoco.DoubleBuffer(model.coordinates.length)
    const counts = Int32Array.from(this.compiled.ten_J_rownnz as Int32Array)
    const starts = Int32Array.from(this.compiled.ten_J_rowadr as Int32Array)
    this.armStarts = new Int32Array(counts.length + 1)
    for (let e = 0; e < counts.length; e++) this.armStarts[e + 1] = this.armStarts[e]! + counts[e]!
    const columns = this.compiled.ten_J_colind as Int32Array
    this.armCoordinates = new Int32Array(this.armStarts[counts.length]!)
    for (let e = 0; e < counts.length; e++) {
      for (let k = 0; k < counts[e]!; k++) {
        this.armCoordinates[this.armStarts[e]! + k] = this.order.fromMujoco[columns[starts[e]! + k]!]!
      }
    }
    this.affects = affectsOf(model)
  }

  private orderCache: { toMujoco: Int32Array; fromMujoco: Int32Array } | null = null

  /** MuJoCo numbers coordinates as it meets them, bodies depth first; we number them by record. */
  private get order() {
    if (this.orderCache === null) {
      const toMujoco = mujocoOrder(this.model)
      const fromMujoco = new Int32Array(toMujoco.length)
      toMujoco.forEach((theirs, ours) => {
        fromMujoco[theirs] = ours
      })
      this.orderCache = { toMujoco, fromMujoco }
    }
    return this.orderCache
  }

  private bodyNumbers: Int32Array | null = null

  private get bodies(): Int32Array {
    this.bodyNumbers ??= mujocoBodies(this.model)
    return this.bodyNumbers
  }

  /** Only where everything is: enough to find a posture. Angles in radians. */
  place(q: ArrayLike<number>): Pose {
    this.set(q)
    this.mujoco.mj_kinematics(this.compiled, this.data)
    return this.read(q, false)
  }

  /** Everything. */
  pose(q: ArrayLike<number>): Pose {
    this.set(q)
    // The parts of mj_forward that are needed: no mass matrix, no contact, no constraint.
    const { mujoco, compiled, data } = this
    mujoco.mj_kinematics(compiled, data)
    mujoco.mj_comPos(compiled, data)
    mujoco.mj_tendon(compiled, data)
    mujoco.mj_comVel(compiled, data)
    mujoco.mj_rne(compiled, data, 0, this.bias)
    return this.read(q, true)
  }

  /** How each muscle's length changes with each coordinate in the posture last asked for, metres a radian. */
  arms(): Float64Array {
    return Float64Array.from(this.data.ten_J as Float64Array)
  }

  /** The points that each muscle runs through in that posture: world metres, with the segment each is fixed to. */
  courses(): Course[] {
    // each of these is made anew by every look, so one look does for all muscles
    const starts = this.data.ten_wrapadr as Int32Array
    const counts = this.data.ten_wrapnum as Int32Array
    const points = this.data.wrap_xpos as Float64Array
    const kinds = this.data.wrap_obj as Int32Array
    const wraps = this.wrapSegments()
    return this.model.elements.map(({ path }, e) => {
      const sites = path.filter((step) => step.kind === 'point')
      let site = 0
      return Array.from({ length: counts[e]! }, (_, k) => {
        const i = 3 * (starts[e]! + k)
        const geom = kinds[starts[e]! + k]!
        const segment = geom >= 0 ? wraps[geom]! : (sites[site++] as { segment: number }).segment
        return { at: [points[i]!, points[i + 1]!, points[i + 2]!], segment }
      })
    })
  }

  /** MuJoCo numbers geoms by body too. */
  private wrapSegments(): number[] {
    return Array.from(this.compiled.geom_bodyid as Int32Array, (body) => this.bodies.indexOf(body))
  }

  moves(coordinate: number, segment: number): boolean {
    return this.affects[coordinate * this.model.segments.length + segment] === 1
  }

  close(): void {
    this.bias.delete()
    this.data.delete()
    this.compiled.delete()
  }

  private set(q: ArrayLike<number>): void {
    const qpos = this.data.qpos as Float64Array
    const { toMujoco } = this.order
    for (let i = 0; i < q.length; i++) qpos[toMujoco[i]!] = q[i]!
  }

  private read(q: ArrayLike<number>, all: boolean): Pose {
    const { toMujoco } = this.order
    const n = q.length
    const axes = new Float64Array(3 * n)
    const anchors = new Float64Array(3 * n)
    const weight = new Float64Array(all ? n : 0)
    const theirAxes = this.data.xaxis as Float64Array
    const theirAnchors = this.data.xanchor as Float64Array
    const bias = this.bias.GetView() as Float64Array
    for (let i = 0; i < n; i++) {
      const from = 3 * toMujoco[i]!
      for (let k = 0; k < 3; k++) {
        axes[3 * i + k] = theirAxes[from + k]!
        anchors[3 * i + k] = theirAnchors[from + k]!
      }
      if (all) weight[i] = bias[toMujoco[i]!]!
    }
    const count = this.model.segments.length
    const places = new Float64Array(3 * count)
    const turns = new Float64Array(9 * count)
    const xpos = this.data.xpos as Float64Array
    const xmat = this.data.xmat as Float64Array
    for (let s = 0; s < count; s++) {
      const b = this.bodies[s]!
      for (let k = 0; k < 3; k++) places[3 * s + k] = xpos[3 * b + k]!
      for (let k = 0; k < 9; k++) turns[9 * s + k] = xmat[9 * b + k]!
    }
    const lengths = all ? Float64Array.from(this.data.ten_length as Float64Array) : new Float64Array(0)
    return { q: Float64Array.from(q), lengths, weight, axes, anchors, places, turns }
  }
}

/** World place, metres, of a point given in body space and the neutral posture. */
export function worldPoint(model: BodyModel, pose: Pose, segment: number, atMm: PointMm): [number, number, number] {
  const origin = model.segments[segment]!.originMm
  const local = [(atMm[0] - origin[0]) / 1000, (atMm[1] - origin[1]) / 1000, (atMm[2] - origin[2]) / 1000] as const
  const turned = worldDirection(pose, segment, local)
  return [0, 1, 2].map((i) => pose.places[3 * segment + i]! + turned[i]!) as [number, number, number]
}

/** World direction of one given in body space and the neutral posture. */
export function worldDirection(pose: Pose, segment: number, along: PointMm): [number, number, number] {
  const m = 9 * segment
  return [0, 1, 2].map(
    (i) =>
      pose.turns[m + 3 * i]! * along[0] + pose.turns[m + 3 * i + 1]! * along[1] + pose.turns[m + 3 * i + 2]! * along[2],
  ) as [number, number, number]
}

function affectsOf(model: BodyModel): Uint8Array {
  const count = model.segments.length
  const affects = new Uint8Array(model.coordinates.length * count)
  model.coordinates.forEach((coordinate, i) => {
    for (let s = 0; s < count; s++) {
      for (let up = s; up !== -1; up = model.segments[up]!.parent) {
        if (up === coordinate.segment) affects[i * count + s] = 1
      }
    }
  })
  return affects
}

function depthFirst(model: BodyModel, visit: (segment: number) => void): void {
  const go = (segment: number): void => {
    visit(segment)
    model.segments.forEach((child, number) => {
      if (child.parent === segment) go(number)
    })
  }
  model.segments.forEach((segment, number) => {
    if (segment.parent === -1) go(number)
  })
}

function mujocoOrder(model: BodyModel): Int32Array {
  const order = new Int32Array(model.coordinates.length)
  let next = 0
  depthFirst(model, (segment) => {
    model.coordinates.forEach((coordinate, i) => {
      if (coordinate.segment === segment) order[i] = next++
    })
  })
  return order
}

/** MuJoCo's body 0 is the world. */
function mujocoBodies(model: BodyModel): Int32Array {
  const numbers = new Int32Array(model.segments.length)
  let next = 1
  depthFirst(model, (segment) => {
    numbers[segment] = next++
  })
  return numbers
}
