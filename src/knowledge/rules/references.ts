/** No record names something that does not exist. */

import type { Knowledge } from '../knowledge.ts'
import { nearest } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import { type Rule, recordsOf, walk } from './rule.ts'

/** Which keys hold ids of what. Keys that hold something else in some records are told apart by type. */
export const references: Rule = {
  id: 'references',
  says: 'no dangling id',
  check(knowledge) {
    const known = idsByKey(knowledge)
    const problems: Problem[] = []
    for (const record of recordsOf(knowledge)) {
      walk(record.value, `${record.path}#`, (node, path) => {
        for (const [key, ids] of Object.entries(known)) {
          const named = node[key]
          const list = typeof named === 'string' ? [named] : Array.isArray(named) ? named : []
          for (const name of list) {
            if (typeof name !== 'string' || ids.has(name)) continue
            const hint = nearest(name, ids)
            problems.push({
              code: 'dangling-id',
              path: `${path}/${key}`,
              message: `"${name}" is not known`,
              hint: hint ? `did you mean "${hint}"?` : `add it to knowledge/${folderOf[key]}`,
            })
          }
        }
      })
    }
    return problems
  },
}

const folderOf: Record<string, string> = {
  source: 'sources',
  assumption: 'assumptions',
  through: 'landmarks',
  landmarks: 'landmarks',
  near: 'landmarks',
  movement: 'movements (or the joint movements of an action)',
  nerve: 'nerves',
  muscle: 'muscles',
  otherSource: 'other-sources',
  coveredBy: 'muscles',
  covers: 'muscles',
  answer: 'questions',
  listed: 'conditions, medicines or pregnancy',
  has: 'conditions, medicines or pregnancy',
  regions: 'regions',
  region: 'caution-regions',
  askFirst: 'red-flags',
  techniques: 'techniques',
  techniquesOff: 'techniques',
  techniquesOnly: 'techniques',
  tools: 'tools',
  toolsOff: 'tools',
  contacts: 'tools',
}

const jointMovementOnly = new Set([
  ...['flexion', 'extension', 'abduction', 'adduction', 'horizontal-abduction', 'horizontal-adduction'],
  ...['internal-rotation', 'external-rotation', 'lateral-flexion', 'rotation', 'plantarflexion', 'dorsiflexion'],
  ...['inversion', 'eversion', 'elevation', 'depression', 'protraction', 'retraction', 'upward-rotation'],
  ...['downward-rotation', 'pronation', 'supination', 'radial-deviation', 'ulnar-deviation', 'opposition'],
  ...['opening', 'closing', 'side-shift', 'breathing-in', 'breathing-out', 'compression', 'support', 'expression'],
  'stabilisation',
])

function idsByKey(knowledge: Knowledge): Record<string, ReadonlySet<string>> {
  const set = (records: readonly { readonly id: string }[]) => new Set(records.map((record) => record.id))
  const landmarks = set(knowledge.landmarks)
  const muscles = set(knowledge.muscles)
  const conditions = set([...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy])
  const techniques = set(knowledge.techniques)
  const tools = set(knowledge.tools)
  return {
    source: set(knowledge.sources),
    assumption: set(knowledge.assumptions),
    through: landmarks,
    landmarks,
    near: landmarks,
    movement: new Set([...set(knowledge.movements), ...jointMovementOnly]),
    nerve: set(knowledge.nerves),
    muscle: muscles,
    otherSource: set(knowledge.otherSources),
    coveredBy: muscles,
    covers: muscles,
    answer: set(knowledge.questions),
    listed: conditions,
    has: conditions,
    regions: set(knowledge.regions),
    region: set(knowledge.cautionRegions),
    askFirst: set(knowledge.redFlags),
    techniques,
    techniquesOff: techniques,
    techniquesOnly: techniques,
    tools,
    toolsOff: tools,
    contacts: tools,
  }
}
