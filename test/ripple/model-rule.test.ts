import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { model } from '../../src/knowledge/rules/model.ts'
import { modelKnowledge } from './model.ts'

const knowledge = modelKnowledge()

function problemsWith(change: Partial<Knowledge>): string[] {
  return model.check({ ...knowledge, ...change }).map((problem) => `${problem.path} ${problem.hint}`)
}

describe('the rule of the model', () => {
  it('finds nothing wrong with the records', () => {
    expect(problemsWith({})).toEqual([])
  })

  it('finds a body, a landmark and a coordinate that do not exist, and says the nearest', () => {
    const bodies = knowledge.modelBodies.map((one) => (one.id === 'foot' ? { ...one, parent: 'shnk' } : one))
    expect(problemsWith({ modelBodies: bodies })).toEqual(['model-bodies/foot.json#/parent did you mean "shank"?'])
    const joints = knowledge.modelJoints.map((one) =>
      one.id === 'hip' ? { ...one, at: { landmark: 'joint-hipp' } } : one,
    )
    expect(problemsWith({ modelJoints: joints })).toEqual([
      'model-joints/hip.json#/at/landmark did you mean "joint-hip"?',
    ])
    const tasks = knowledge.tasks.map((one) =>
      one.id === 'standing'
        ? { ...one, finds: [{ id: 'x', moves: [{ coordinate: 'hip-flexon', side: 'both' as const, share: 1 }] }] }
        : one,
    )
    expect(problemsWith({ tasks })).toEqual([
      'tasks/standing.json#/finds/0/moves/0/coordinate did you mean "hip-flexion"?',
    ])
  })
})
