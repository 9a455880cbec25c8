/** The musculoskeletal model and its tasks name only bodies, coordinates, obstacles and landmarks that exist. */
import type { Knowledge } from '../knowledge.ts'
import { nearest } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import { type Rule, recordsOf, walk } from './rule.ts'

const ours = /^(model-|tasks\/|joint-strengths\/|ripple-evidence\/)/

export const model: Rule = {
  id: 'model',
  says: 'the model names only what it has',
  check(knowledge) {
    const known = namesOf(knowledge)
    const problems: Problem[] = []
    for (const record of recordsOf(knowledge)) {
      if (!ours.test(record.path)) continue
      walk(record.value, `${record.path}#`, (node, path) => {
        for (const [key, names] of Object.entries(known)) {
          const named = node[key]
          if (typeof named !== 'string' || names.has(named)) continue
          const near = nearest(named, names)
          problems.push({
            code: 'dangling-id',
            path: `${path}/${key}`,
            message: `"${named}" is not known`,
            hint: near === '' ? 'add it to the model' : `did you mean "${near}"?`,
          })
        }
      })
    }
    return problems
  },
}

function namesOf(knowledge: Knowledge): Record<string, ReadonlySet<string>> {
  const ids = (records: readonly { readonly id: string }[]) => new Set(records.map((record) => record.id))
  const bodies = ids(knowledge.modelBodies)
  const coordinates = knowledge.modelJoints.flatMap((joint) => joint.coordinates.map((one) => one.id))
  return {
    landmark: ids(knowledge.landmarks),
    on: bodies,
    against: bodies,
    body: bodies,
    parent: bodies,
    wrap: ids(knowledge.modelWraps),
    task: ids(knowledge.tasks),
    coordinate: new Set([...coordinates, 'pelvis-turn', 'pelvis-list', 'pelvis-tilt']),
  }
}
