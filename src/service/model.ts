/** Everything that an answer rests on, opened once from the baked data: knowledge, body, atlas. */
import { type Body, decodeBody } from '../core/body/body.ts'
import { type Brush, createBrush } from '../core/pain/brush.ts'
import type { Case } from '../core/pain/case.ts'
import { skinGraph } from '../core/pain/skin-graph.ts'
import { decodeAtlas } from '../core/ranking/atlas-file.ts'
import { indexEvidence } from '../core/ranking/evidence.ts'
import { defaultParameters } from '../core/ranking/parameters.ts'
import { type RankingModel, rankingModel } from '../core/ranking/rank.ts'
import type { Parsed } from '../core/units.ts'
import { deepFreeze } from '../knowledge/freeze.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { caseParser } from './parse-case.ts'
import { pressedNames } from './step-words.ts'

/** The three baked files. Bytes may come from a disk, a server or a bundle. */
export type BakedData = { readonly knowledge: Knowledge; readonly atlas: Uint8Array; readonly body: () => Uint8Array }

export type Model = {
  readonly knowledge: Knowledge
  readonly ranking: RankingModel
  readonly edition: { readonly knowledge: string; readonly model: string; readonly body: string }
  /** What people call each source, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The same in "press ...", for trigger points. */
  readonly pressedNames: ReadonlyMap<string, string>
  /** The body, decoded when first asked for: most answers do without. */
  body(): Body
  /** What lays ink on that body. */
  brush(): Brush
  parseCase(value: unknown): Parsed<Case>
}

export function openModel(data: BakedData): Model {
  const knowledge = deepFreeze(data.knowledge)
  const atlas = decodeAtlas(data.atlas)
  let body: Body | null = null
  let brush: Brush | null = null
  let parse: ((value: unknown) => Parsed<Case>) | null = null
  const openBody = (): Body => {
    body ??= decodeBody(data.body())
    return body
  }
  return {
    knowledge,
    ranking: rankingModel(atlas, indexEvidence(knowledge), defaultParameters, knowledge.questions),
    edition: { knowledge: knowledge.edition, model: atlas.edition, body: atlas.bodyEdition },
    names: sourceNames(knowledge),
    pressedNames: pressedNames(knowledge),
    body: openBody,
    brush() {
      brush ??= createBrush(skinGraph(openBody()))
      return brush
    },
    parseCase(value) {
      parse ??= caseParser(knowledge)
      return parse(value)
    },
  }
}

function sourceNames(knowledge: Knowledge): Map<string, string> {
  const names = new Map(knowledge.otherSources.map((other) => [other.id, other.name]))
  for (const muscle of knowledge.muscles) {
    for (const part of muscle.parts) for (const point of part.triggerPoints) names.set(point.id, part.name)
  }
  return names
}
