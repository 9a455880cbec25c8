/** Which folder of `knowledge/` holds which kind of record. A new kind is added here and nowhere else. */
import { chain, factor, faq, glossary } from './schema/learning.ts'
import {
  modelBody,
  modelContact,
  modelJoint,
  modelMuscle,
  modelWrap,
  momentArmBand,
  rippleEvidence,
  rippleTask,
  strengthBand,
} from './schema/model.ts'
import { muscle } from './schema/muscle.ts'
import { otherSource } from './schema/other-source.ts'
import { assumption, landmark, movement, nerve, region, source } from './schema/reference.ts'
import {
  action,
  cautionRegion,
  condition,
  emergencyNumber,
  musclePlace,
  question,
  redFlag,
} from './schema/screening.ts'
import { code, dose, instrument, technique, tool } from './schema/therapy.ts'
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
  actions: action,
  questions: question,
  'red-flags': redFlag,
  conditions: condition,
  medicines: condition,
  pregnancy: condition,
  'caution-regions': cautionRegion,
  'muscle-places': musclePlace,
  'emergency-numbers': emergencyNumber,
  techniques: technique,
  tools: tool,
  doses: dose,
  instruments: instrument,
  codes: code,
  factors: factor,
  chains: chain,
  faq,
  glossary,
  'model-bodies': modelBody,
  'model-joints': modelJoint,
  'model-wraps': modelWrap,
  'model-contacts': modelContact,
  'model-muscles': modelMuscle,
  'moment-arms': momentArmBand,
  'joint-strengths': strengthBand,
  tasks: rippleTask,
  'ripple-evidence': rippleEvidence,
} as const

export type KindName = keyof typeof kinds

/** `other-sources` is `otherSources` in code. */
export function propertyOf(kind: string): string {
  return kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
