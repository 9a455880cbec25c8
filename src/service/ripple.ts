/** What can be asked of the ripple beside an answer: its tasks, strengths and size. None of these loads MuJoCo. */
import type { Knowledge } from '../knowledge/knowledge.ts'
import { bodyModel, rootCount } from '../ripple/body-model.ts'

export type TaskAnswer = {
  readonly id: string
  readonly name: string
  readonly sided: 'none' | 'one' | 'one-or-both'
  /** Which side `standingOn` or `workingSide` names. */
  readonly workingIs: string
  readonly picture: string
  /** How posture may give way when it is free. */
  readonly posture: readonly string[]
}

export function rippleTasks(knowledge: Knowledge): TaskAnswer[] {
  return knowledge.tasks.map(({ id, name, sided, workingIs, picture, adapts }) => ({
    id,
    name,
    sided,
    workingIs,
    picture,
    posture: adapts.map((adapt) => adapt.id),
  }))
}

export type StrengthAnswer = {
  readonly muscle: string
  readonly part: string | null
  readonly element: string | null
  readonly maxForceN: number
}

/** One line an element, the same on both sides; several elements of a part are summed in a line without element. */
export function rippleStrengths(knowledge: Knowledge): StrengthAnswer[] {
  return knowledge.modelMuscles.flatMap((muscle) => {
    const parts = [...new Set(muscle.elements.map((one) => one.part))]
    return parts.flatMap((part) => {
      const own = muscle.elements.filter((one) => one.part === part)
      const sum = own.reduce((total, one) => total + one.strength.maxForceN, 0)
      const lines =
        own.length === 1 ? [] : own.map((one) => line(muscle.muscle, part, one.element, one.strength.maxForceN))
      return [...lines, line(muscle.muscle, part, null, sum)]
    })
  })
}

function line(muscle: string, part: string | null, element: string | null, maxForceN: number): StrengthAnswer {
  return { muscle, part, element, maxForceN }
}

export type RippleSize = { readonly elements: number; readonly degreesOfFreedom: number; readonly tasks: number }

/** Elements of both sides; degrees of freedom without the six of the pelvis in the world. */
export function rippleSize(knowledge: Knowledge): RippleSize {
  const body = bodyModel(knowledge)
  return {
    elements: body.elements.length,
    degreesOfFreedom: body.coordinates.length - rootCount,
    tasks: knowledge.tasks.length,
  }
}
