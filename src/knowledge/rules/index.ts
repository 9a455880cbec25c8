import { antagonists } from './antagonists.ts'
import { backing } from './backing.ts'
import { cautionRegions } from './caution-regions.ts'
import { citations } from './citations.ts'
import { claimWording } from './claim-wording.ts'
import { drawnAlike } from './drawn-alike.ts'
import { measures } from './measures.ts'
import { model } from './model.ts'
import { musclePlaces } from './muscle-places.ts'
import { nerveRoots } from './nerve-roots.ts'
import { pointIds } from './point-ids.ts'
import { pointPlaces } from './point-places.ts'
import { references } from './references.ts'
import type { Rule } from './rule.ts'
import { screening } from './screening.ts'
import { strands } from './strands.ts'
import { wording } from './wording.ts'
import { zoneReach } from './zone-reach.ts'

/** Every rule that the knowledge must keep, one a file. */
export const rules: readonly Rule[] = [
  references,
  pointIds,
  strands,
  pointPlaces,
  zoneReach,
  nerveRoots,
  antagonists,
  drawnAlike,
  wording,
  backing,
  citations,
  cautionRegions,
  musclePlaces,
  screening,
  measures,
  claimWording,
  model,
]
