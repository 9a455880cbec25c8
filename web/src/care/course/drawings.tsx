/** First and latest drawing side by side, and between them what went and what came. */
import { useMemo } from 'react'
import { type Course, firstAndLatestDrawing } from 'unknot'
import { type Body, inkOf, type Paint } from '../../model.ts'
import { placeName } from '../../naming.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { FlatBody } from '../parts/flat-body.tsx'
import { changeColours } from '../parts/flat-paint.ts'
import parts from '../parts/parts.module.css'
import { dateWord } from '../words.ts'
import styles from './course.module.css'

export function Drawings({ course }: { readonly course: Course }) {
  const { body, brush, knowledge } = useWorkbench().model
  const two = firstAndLatestDrawing(course)
  const [first, latest] = two ?? [null, null]
  const change = useMemo(() => {
    if (first === null || latest === null) return null
    return compare(body, inkOf(first.drawing.strokes, brush).paint, inkOf(latest.drawing.strokes, brush).paint)
  }, [first, latest, body, brush])
  if (first === null || latest === null || change === null || change.firstMm2 === 0) return null
  const view = change.firstBackMm2 > change.firstMm2 / 2 ? 'back' : 'front'
  const isOne = first.id === latest.id
  const name = (place: number) =>
    placeName(knowledge, body.places[place]!.region, body.places[place]!.side).toLowerCase()
  const around = first.drawing.strokes
  return (
    <section aria-labelledby="drawings" className={styles.section}>
      <h2 id="drawings">{isOne ? 'The drawing' : 'First and latest drawing'}</h2>
      {!isOne && (
        <p className={parts.lead}>
          {sizeWords(change.latestMm2 / change.firstMm2)}
          {change.gone.length > 0 && ` Gone: ${change.gone.map(name).join(', ')}.`}
          {change.fresh.length > 0 && ` New: ${change.fresh.map(name).join(', ')}.`}
        </p>
      )}
      <div className={styles.drawings}>
        <figure className={styles.drawing}>
          <FlatBody
            id={view}
            strokes={first.drawing.strokes}
            around={around}
            label={`First drawing, seen from the ${view}`}
          />
          <figcaption>{dateWord(first.atMs)}</figcaption>
        </figure>
        {!isOne && (
          <>
            <figure className={styles.drawing}>
              <FlatBody
                id={view}
                strokes={latest.drawing.strokes}
                around={around}
                label={`Latest drawing, seen from the ${view}`}
              />
              <figcaption>{dateWord(latest.atMs)}</figcaption>
            </figure>
            <figure className={styles.drawing}>
              <FlatBody
                id={view}
                strokes={latest.drawing.strokes}
                earlier={first.drawing.strokes}
                around={around}
                label={`What changed, seen from the ${view}`}
              />
              <figcaption className={styles.legend}>
                <span>
                  <i style={{ background: changeColours.gone }} /> gone
                </span>
                <span>
                  <i style={{ background: changeColours.same }} /> still there
                </span>
                <span>
                  <i style={{ background: changeColours.fresh }} /> new
                </span>
              </figcaption>
            </figure>
          </>
        )}
      </div>
    </section>
  )
}

function sizeWords(share: number): string {
  if (share < 0.95) return `The painted area is ${Math.round(100 * (1 - share))} % smaller than at the start.`
  if (share > 1.05) return `The painted area is ${Math.round(100 * (share - 1))} % larger than at the start.`
  return 'The painted area is about the same as at the start.'
}

/** Less of a place than this is the edge of a stroke next door. */
const noticedMm2 = 300

/** Painted areas, and the places that lost all of their paint or have it newly, the largest first. */
function compare(body: Body, first: Paint, latest: Paint) {
  const count = body.places.length
  const was = new Float64Array(count)
  const is = new Float64Array(count)
  let firstBackMm2 = 0
  for (const [v, place] of body.placeOfVertex.entries()) {
    const mm2 = body.vertexAreaMm2[v]!
    if (first.intensity[v]! > 0) {
      was[place]! += mm2
      if (body.normals[3 * v + 2]! < 0) firstBackMm2 += mm2
    }
    if (latest.intensity[v]! > 0) is[place]! += mm2
  }
  const total = (areas: Float64Array) => areas.reduce((sum, mm2) => sum + mm2, 0)
  const only = (areas: Float64Array, others: Float64Array) =>
    [...areas.keys()]
      .filter((place) => areas[place]! > noticedMm2 && others[place]! < noticedMm2)
      .sort((a, b) => areas[b]! - areas[a]!)
  return { firstMm2: total(was), latestMm2: total(is), firstBackMm2, gone: only(was, is), fresh: only(is, was) }
}
