/** Of every muscle and part it is known under which skin it is pressed; else nothing could protect it. */
import type { Problem } from '../problem.ts'
import { partsOf, type Rule } from './rule.ts'

export const musclePlaces: Rule = {
  id: 'muscle-places',
  says: 'every part of every muscle has its regions',
  check(knowledge) {
    const places = new Map(knowledge.musclePlaces.map((one) => [one.id, one.places]))
    return partsOf(knowledge).flatMap(({ muscle, part }): Problem[] => {
      if (places.get(muscle.id)?.some((place) => place.part === part.id)) return []
      return [
        {
          code: 'no-place',
          path: `muscle-places/${muscle.id}.json`,
          message: `nobody says where ${muscle.id}${part.id === null ? '' : `.${part.id}`} is pressed`,
          hint: 'add its regions',
        },
      ]
    })
  },
}
