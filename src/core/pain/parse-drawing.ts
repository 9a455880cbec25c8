/** Reads a drawing that came from outside, with every problem at once. */
import { shownName } from '../shown-name.ts'
import type { Parsed, Problem } from '../units.ts'
import { type Drawing, drawingSchema, type Stroke } from './drawing.ts'
import { type Quality, qualities } from './paint.ts'

const drawingKeys = ['schema', 'body', 'strokes']
const lookKeys = ['intensity', 'quality', 'erase', 'mirrored']
const brushKeys = ['pointsMm', 'radiusMm', ...lookKeys]
const regionKeys = ['region', 'side', ...lookKeys]

export function parseDrawing(value: unknown): Parsed<Drawing> {
  const problems: Problem[] = []
  const wrong = (path: string, message: string, hint: string) =>
    void problems.push({ code: 'drawing', path, message, hint })
  if (!isRecord(value)) {
    wrong('', 'a drawing is a JSON object', 'see docs/model/drawing.md')
    return { ok: false, problems }
  }
  checkKeys(value, drawingKeys, '', wrong)
  if (value.schema !== drawingSchema) {
    wrong('schema', `is not ${drawingSchema}`, `this version reads ${drawingSchema}`)
  }
  if (typeof value.body !== 'string') wrong('body', 'the edition of the body is missing', 'add "body"')
  if (!Array.isArray(value.strokes)) wrong('strokes', 'the strokes are missing', 'add "strokes": []')
  const strokes = Array.isArray(value.strokes) ? value.strokes : []
  strokes.forEach((stroke, index) => {
    checkStroke(stroke, `strokes[${index}]`, wrong)
  })
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { schema: drawingSchema, body: value.body as string, strokes: strokes as Stroke[] } }
}

type Wrong = (path: string, message: string, hint: string) => void

function checkStroke(stroke: unknown, path: string, wrong: Wrong): void {
  if (!isRecord(stroke)) {
    wrong(path, 'a stroke is a JSON object', 'see docs/model/drawing.md')
    return
  }
  checkKeys(stroke, 'region' in stroke ? regionKeys : brushKeys, `${path}.`, wrong)
  if (!isWhole(stroke.intensity, 1, 10)) wrong(`${path}.intensity`, 'not a whole number from 1 to 10', 'use 1 to 10')
  const quality = Array.isArray(stroke.quality) ? stroke.quality : [null]
  if (!quality.every((name) => qualities.includes(name as Quality))) {
    wrong(`${path}.quality`, 'not a list of known qualities', `known are ${qualities.join(', ')}`)
  }
  for (const key of ['erase', 'mirrored']) {
    if (key in stroke && stroke[key] !== true) wrong(`${path}.${key}`, 'is true or absent', `leave "${key}" out`)
  }
  if ('region' in stroke) checkRegion(stroke, path, wrong)
  else checkPoints(stroke, path, wrong)
}

function checkRegion(stroke: Record<string, unknown>, path: string, wrong: Wrong): void {
  if (typeof stroke.region !== 'string') wrong(`${path}.region`, 'not the id of a region', 'see contract/regions.json')
  if (stroke.side !== null && stroke.side !== 'left' && stroke.side !== 'right') {
    wrong(`${path}.side`, 'not a side', 'use "left", "right" or null')
  }
}

function checkKeys(value: Record<string, unknown>, known: readonly string[], path: string, wrong: Wrong): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    const name = shownName(key)
    wrong(`${path}${name}`, `"${name}" is no key here`, `known are ${known.join(', ')}`)
  }
}

function checkPoints(stroke: Record<string, unknown>, path: string, wrong: Wrong): void {
  const points = Array.isArray(stroke.pointsMm) ? stroke.pointsMm : []
  const whole = points.every((mm) => isWhole(mm, -5000, 5000))
  if (points.length === 0 || points.length % 3 !== 0 || !whole) {
    wrong(`${path}.pointsMm`, 'not x, y, z after x, y, z in whole millimetres', 'give at least one point')
  }
  if (typeof stroke.radiusMm !== 'number' || !(stroke.radiusMm >= 2 && stroke.radiusMm <= 150)) {
    wrong(`${path}.radiusMm`, 'not a radius from 2 to 150', 'give millimetres')
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown, from: number, to: number): boolean {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to
}
