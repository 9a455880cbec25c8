/** All records, checked and frozen: what every other room is given. */
import type { Muscle } from './schema/muscle.ts'
import type { OtherSource } from './schema/other-source.ts'
import type { Assumption, Landmark, Movement, Nerve, Region, Source } from './schema/reference.ts'

export type Knowledge = {
  /** Changes whenever a record does. */
  readonly edition: string
  readonly muscles: readonly Muscle[]
  readonly otherSources: readonly OtherSource[]
  readonly landmarks: readonly Landmark[]
  readonly regions: readonly Region[]
  readonly movements: readonly Movement[]
  readonly nerves: readonly Nerve[]
  readonly sources: readonly Source[]
  readonly assumptions: readonly Assumption[]
}
