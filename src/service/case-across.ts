/**
 * What no single field of a case shows: sides that belong to regions, parts that belong to muscles, questions, and
 * whether anything says where it hurts at all.
 *
 * Reads the case as it came, beside the schema and whatever that found, so that one mistake never hides another.
 */
import { parseDrawing } from '../core/pain/parse-drawing.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Located, located, suggest, unknownName } from './case-problems.ts'

export function acrossFields(knowledge: Knowledge): (value: unknown) => Located[] {
  const sided = new Map(knowledge.regions.map((region) => [region.id, region.sided]))
  const regions = [...sided.keys()]
  const questions = new Set(knowledge.questions.map((question) => question.id))
  const partsOf = new Map(
    knowledge.muscles.map((muscle) => [muscle.id, muscle.parts.flatMap((part) => (part.id === null ? [] : [part.id]))]),
  )

  function sideOf(place: Fields, at: readonly PropertyKey[]): Located[] {
    const { region, side } = place
    const isSided = typeof region === 'string' ? sided.get(region) : undefined
    if (isSided === true && (side === undefined || side === null)) {
      return [located([...at, 'side'], 'missing', `${region} lies on both sides`, 'add "side": "left" or "right"')]
    }
    if (isSided === false && (side === 'left' || side === 'right')) {
      const message = `${region} lies on the midline and has no side`
      return [located([...at, 'side'], 'unknown-name', message, 'leave "side" out')]
    }
    return []
  }

  function partOf(finding: Fields, at: readonly PropertyKey[]): Located[] {
    const { muscle, part } = finding
    const known = typeof muscle === 'string' ? partsOf.get(muscle) : undefined
    if (known === undefined || typeof part !== 'string' || known.includes(part)) return []
    const hint = known.length === 0 ? 'leave "part" out' : suggest(part, known)
    return [located([...at, 'part'], 'unknown-name', `${muscle} has no part of this name`, hint)]
  }

  function paintedOf(painted: unknown): Located[] {
    const parsed = parseDrawing(painted)
    const own = parsed.ok ? [] : parsed.problems.map((problem) => inPainted(problem))
    const strokes = fields(painted).strokes
    const named = listed(strokes).flatMap((stroke, index) => {
      const at = ['painted', 'strokes', index]
      const { region } = stroke
      if (typeof region !== 'string') return []
      return sided.has(region) ? sideOf(stroke, at) : [unknownName([...at, 'region'], region, regions)]
    })
    return [...own, ...named]
  }

  return (value) => {
    const given = fields(value)
    if (given === none) return []
    const found: Located[] = []
    if (given.pain === undefined && given.painted === undefined) {
      found.push(located(['pain'], 'missing', 'a case says where it hurts', 'add "pain": [] or "painted"'))
    }
    for (const [index, place] of listed(given.pain).entries()) found.push(...sideOf(place, ['pain', index]))
    for (const [index, finding] of listed(given.findings).entries()) found.push(...partOf(finding, ['findings', index]))
    for (const key of Object.keys(fields(given.answers))) {
      if (questions.has(key)) continue
      const hint = suggest(key, [...questions])
      found.push(located(['answers', key], 'unknown-name', 'this is no screening question', hint))
    }
    found.push(...contradictions(fields(given.history)))
    if (given.painted !== undefined) found.push(...paintedOf(given.painted))
    return found
  }
}

/** A movement cannot change the pain and leave it as it is, nor a cause play a part and none. */
function contradictions(history: Fields): Located[] {
  const names = (value: unknown) => (Array.isArray(value) ? value : [])
  const both = (list: string, others: readonly unknown[], message: string) =>
    names(history[list]).flatMap((name, index) =>
      others.includes(name)
        ? [located(['history', list, index], 'contradiction', message, 'name it in one list only')]
        : [],
    )
  const changing = [...names(history.worseWith), ...names(history.betterWith)]
  return [
    ...both('sameWith', changing, 'this movement is also said to change the pain'),
    ...both('notFactors', names(history.factors), 'this cause is also said to play a part'),
  ]
}

type Fields = Readonly<Record<string, unknown>>
const none: Fields = {}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : none
}

function listed(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : []
}

function inPainted(problem: Located['problem']): Located {
  const path = problem.path === '' ? 'painted' : `painted.${problem.path}`
  return { at: ['painted'], problem: { ...problem, path } }
}
