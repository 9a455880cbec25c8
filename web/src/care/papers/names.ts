/** Names for a note: what a person calls what the record knows by id. */
import { type Course, type NoteNames, reactionFlag, type Spot, signOffFlag } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { placeName } from '../../naming.ts'
import type { Workbench } from '../../session/workbench.ts'
import { paintOf } from '../clinic.ts'
import { recordName, spotWord } from '../words.ts'

export function noteNames(workbench: Workbench, course: Course): NoteNames {
  const { knowledge } = workbench.model
  return {
    spot: (spot: Spot) => spotWord(knowledge, spot),
    technique: (id) => recordName(knowledge.techniques, id),
    tool: (id) => recordName(knowledge.tools, id),
    flag: (id) => flagName(knowledge, id),
    movement: (id) => movementName(knowledge, id),
    drawn: drawnWords(workbench, course),
  }
}

export function flagName(knowledge: Knowledge, id: string): string {
  if (id === reactionFlag) return 'a serious reaction to the session before'
  if (id === signOffFlag) return 'more than twelve sessions'
  const records = [...knowledge.redFlags, ...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy]
  return records.find((one) => one.id === id)?.name ?? knowledge.questions.find((one) => one.id === id)?.because ?? id
}

/** What was ticked, by the name it has in the list. */
export function tickedName(knowledge: Knowledge, id: string): string {
  const record = [...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy].find((one) => one.id === id)
  if (record === undefined) return 'Something unknown'
  return 'inList' in record && typeof record.inList === 'string' ? record.inList : record.name
}

function movementName(knowledge: Knowledge, id: string): string {
  const record = knowledge.movements.find((one) => id === one.id || id.startsWith(`${one.id}-`))
  const side = id.endsWith('-left') ? ' to the left' : id.endsWith('-right') ? ' to the right' : ''
  return `${record?.name ?? id}${side}`
}

/** The painted places, the largest first. */
export function drawnWords(workbench: Workbench, course: Course): string {
  const paint = paintOf(workbench, course)
  if (paint === null) return ''
  const { body, knowledge } = workbench.model
  const area = new Map<number, number>()
  for (let v = 0; v < paint.intensity.length; v++) {
    if (paint.intensity[v] === 0) continue
    const place = body.placeOfVertex[v]!
    area.set(place, (area.get(place) ?? 0) + body.vertexAreaMm2[v]!)
  }
  const named = [...area]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([place]) => placeName(knowledge, body.places[place]!.region, body.places[place]!.side).toLowerCase())
  return named.join(', ')
}
