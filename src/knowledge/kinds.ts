/** Which folder of `knowledge/` holds which kind of record. */
import { muscle } from './schema/muscle.ts'
import { otherSource } from './schema/other-source.ts'
import { assumption, landmark, movement, nerve, region, source } from './schema/reference.ts'

export const kinds = {
  muscles: muscle,
  'other-sources': otherSource,
  landmarks: landmark,
  regions: region,
  movements: movement,
  nerves: nerve,
  sources: source,
  assumptions: assumption,
} as const

export type KindName = keyof typeof kinds
