/** Opens the model that ripples are computed on. Loads MuJoCo, so it is asynchronous and done only when needed. */
import type { Side } from '../core/units.ts'
import type { RippleTask } from '../knowledge/schema/model.ts'
import { PostureSearch } from './adapt-posture.ts'
import { type BodyModel, bodyModel, type ModelRecords } from './body-model.ts'
import { findPosture } from './find-posture.ts'
import { jitters } from './jitter.ts'
import { type Pulls, pullsOf } from './joint-load.ts'
import { Kinematics, type LoadMujoco } from './kinematics.ts'
import { type Changes, noChanges, type Situation, type Solved, situationOf, solveSituation } from './statics.ts'
import { setUpTask, type TaskSetup } from './task-setup.ts'

/** A task in its usual posture, with a healthy body's answer to it. */
export type Prepared = {
  readonly setup: TaskSetup
  readonly q: Float64Array
  readonly situation: Situation
  readonly pulls: Pulls
  readonly healthy: Solved
  readonly healthyCubic: Solved
  /** The same with strengths and lever arms a little different, by the same draws as afterwards. */
  readonly jittered: readonly { readonly changes: Changes; readonly solved: Solved }[]
  search(): PostureSearch
}

export type RippleModel = {
  readonly body: BodyModel
  readonly kinematics: Kinematics
  readonly tasks: ReadonlyMap<string, RippleTask>
  readonly neutralLengths: Float64Array
  prepare(task: string, working: Side | 'both'): Prepared
}

const loadPackage: LoadMujoco = async () => (await import('@mujoco/mujoco')).default()

/** @param load  brings MuJoCo; a browser passes its own, which knows where the WebAssembly lies */
export async function openRipple(records: ModelRecords, load: LoadMujoco = loadPackage): Promise<RippleModel> {
  const body = bodyModel(records)
  return rippleModel(body, records.tasks, new Kinematics(await load(), body))
}

export function rippleModel(body: BodyModel, tasks: readonly RippleTask[], kinematics: Kinematics): RippleModel {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const neutralLengths = kinematics.pose(new Float64Array(body.coordinates.length)).lengths
  const prepared = new Map<string, Prepared>()
  const prepare = (task: string, working: Side | 'both'): Prepared => {
    const key = `${task} ${working}`
    let ready = prepared.get(key)
    if (ready === undefined) {
      const record = byId.get(task)
      if (record === undefined) throw new Error(`the model has no task "${task}"`)
      ready = prepareTask(kinematics, setUpTask(body, record, working), neutralLengths)
      prepared.set(key, ready)
    }
    return ready
  }
  return { body, kinematics, tasks: byId, neutralLengths, prepare }
}

function prepareTask(kinematics: Kinematics, setup: TaskSetup, neutralLengths: Float64Array): Prepared {
  const q = findPosture(kinematics, setup, setup.angles)
  const situation = situationOf(kinematics, setup, q, neutralLengths)
  const pulls = pullsOf(kinematics)
  const nothing = noChanges(kinematics.model.elements.length)
  const healthy = solveSituation(kinematics, situation, nothing)
  let search: PostureSearch | null = null
  return {
    setup,
    q,
    situation,
    pulls,
    healthy,
    healthyCubic: solveSituation(kinematics, situation, nothing, 3),
    jittered: jitters(kinematics.model).map((changes) => ({
      changes,
      solved: solveSituation(kinematics, situation, changes, 2, healthy.recruitment.prices),
    })),
    search() {
      search ??= new PostureSearch(kinematics, setup, q, neutralLengths)
      return search
    },
  }
}
