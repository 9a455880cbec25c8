/** What a flag said when somebody agreed to go on with it: another mark is another flag, and is asked again. */
import { contentHash } from '../hash.ts'
import type { SafetyAsked } from './asked.ts'
import { namedPlaces } from './permissions.ts'
import type { Flag } from './screening.ts'

export function markOf(flag: Flag, asked: SafetyAsked): string {
  const { action, because, effects, unsure } = flag
  const isNamed = effects.some((effect) => effect.where === 'named')
  const places = isNamed ? namedPlaces(flag, asked).map(({ region, side }) => `${region}/${side}`) : []
  return contentHash(JSON.stringify([action, because, effects, unsure, places.sort()]))
}
