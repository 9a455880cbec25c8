/** Which folder of `knowledge/` holds which kind of record. A new kind is added here and nowhere else. */
import { muscle } from './schema/muscle.ts'
import { otherSource } from './schema/other-source.ts'
import { assumption, landmark, movement, nerve, region, source } from './schema/reference.ts'
import { weight } from './schema/weight.ts'

export const kinds = {
  muscles: muscle,
  'other-sources': otherSource,
  landmarks: landmark,
  regions: region,
  movements: movement,
  nerves: nerve,
  sources: source,
  assumptions: assumption,
  weights: weight,
} as const

export type KindName = keyof typeof kinds

/** `other-sources` is `otherSources` in code. */
export function propertyOf(kind: string): string {
  return kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
