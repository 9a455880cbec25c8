/** The records that a ripple is computed from, for the browser's worker: it then waits for nothing that the page loads. */

import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { ModelRecords } from '../src/ripple/body-model.ts'
import { firstTask } from '../src/service/ripple-reading.ts'

export type RippleFile = {
  readonly edition: string
  readonly records: ModelRecords
  /** By muscle: the task that its page begins with. */
  readonly firstTasks: Readonly<Record<string, string>>
}

export function bakeRipple(knowledge: Knowledge): Uint8Array {
  const { modelBodies, modelJoints, modelWraps, modelMuscles, modelContacts, tasks } = knowledge
  const landmarks = knowledge.landmarks.map(({ id, atMm }) => ({ id, atMm }))
  const trouble = { part: null, side: 'right', state: 'inhibited', degree: 0.5 } as const
  const firstTasks = Object.fromEntries(
    [...new Set(modelMuscles.map(({ muscle }) => muscle))].map((muscle) => [
      muscle,
      firstTask(knowledge, { muscle, ...trouble }).id,
    ]),
  )
  const file: RippleFile = {
    edition: knowledge.edition,
    records: { landmarks, modelBodies, modelJoints, modelWraps, modelMuscles, modelContacts, tasks },
    firstTasks,
  }
  return new TextEncoder().encode(JSON.stringify(file))
}
