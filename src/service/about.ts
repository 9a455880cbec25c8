/** What this edition is made of, counted from the records and the body themselves. */
import { describeBody } from '../core/body/body.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { recordsOf, walk } from '../knowledge/rules/rule.ts'
import type { Model } from './model.ts'
import { type RippleSize, rippleSize } from './ripple.ts'

export type About = {
  readonly version: string
  readonly edition: { readonly knowledge: string; readonly model: string; readonly body: string }
  readonly body: ReturnType<typeof describeBody>
  readonly knowledge: KnowledgeCount
  readonly ripple: RippleSize
}

export type KnowledgeCount = {
  readonly muscles: number
  readonly triggerPoints: number
  readonly otherSources: number
  readonly sources: number
  readonly claims: number
  readonly claimsWithoutSource: number
  readonly assumptions: number
  readonly screeningQuestions: number
  /** Claims by grade. */
  readonly grades: Readonly<Record<string, number>>
}

export function aboutModel(model: Model, version: string): About {
  return {
    version,
    edition: model.edition,
    body: describeBody(model.body()),
    knowledge: countKnowledge(model.knowledge),
    ripple: rippleSize(model.knowledge),
  }
}

export function countKnowledge(knowledge: Knowledge): KnowledgeCount {
  const grades: Record<string, number> = {}
  let claims = 0
  let claimsWithoutSource = 0
  for (const record of recordsOf(knowledge)) {
    walk(record.value, record.path, (node) => {
      if (typeof node.grade !== 'string') return
      claims++
      grades[node.grade] = (grades[node.grade] ?? 0) + 1
      if (node.source === undefined && node.assumption === undefined) claimsWithoutSource++
    })
  }
  return {
    muscles: knowledge.muscles.length,
    triggerPoints: knowledge.muscles.reduce(
      (sum, muscle) => sum + muscle.parts.reduce((inner, part) => inner + part.triggerPoints.length, 0),
      0,
    ),
    otherSources: knowledge.otherSources.length,
    sources: knowledge.sources.length,
    claims,
    claimsWithoutSource,
    assumptions: knowledge.assumptions.length,
    screeningQuestions: knowledge.questions.length,
    grades,
  }
}
