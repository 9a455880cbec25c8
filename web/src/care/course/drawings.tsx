/** First and latest drawing side by side, with what changed. */
import { useMemo } from 'react'
import { type Course, firstAndLatestDrawing } from 'unknot'
import { inkOf, type Stroke } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { FlatBody } from '../parts/flat-body.tsx'
import parts from '../parts/parts.module.css'
import { dateWord } from '../words.ts'
import styles from './course.module.css'

export function Drawings({ course }: { readonly course: Course }) {
  const { body, brush } = useWorkbench().model
  const two = firstAndLatestDrawing(course)
  const [first, latest] = two ?? [null, null]
  const change = useMemo(() => {
    if (first === null || latest === null) return null
    const area = (strokes: readonly Stroke[]) => {
      const { intensity } = inkOf(strokes, brush).paint
      let mm2 = 0
      let back = 0
      for (let v = 0; v < intensity.length; v++) {
        if (intensity[v] === 0) continue
        mm2 += body.vertexAreaMm2[v]!
        if (body.normals[3 * v + 2]! < 0) back += body.vertexAreaMm2[v]!
      }
      return { mm2, back }
    }
    return { first: area(first.drawing.strokes), latest: area(latest.drawing.strokes) }
  }, [first, latest, body, brush])
  if (first === null || latest === null || change === null || change.first.mm2 === 0) return null
  const view = change.first.back > change.first.mm2 / 2 ? 'back' : 'front'
  const isOne = first.id === latest.id
  const share = change.latest.mm2 / change.first.mm2
  const shown = isOne ? [first] : [first, latest]
  return (
    <section aria-labelledby="drawings" className={styles.section}>
      <h2 id="drawings">{isOne ? 'The drawing' : 'First and latest drawing'}</h2>
      {!isOne && (
        <p className={parts.lead}>
          {share < 0.95
            ? `The painted area is ${Math.round(100 * (1 - share))} % smaller than at the start.`
            : share > 1.05
              ? `The painted area is ${Math.round(100 * (share - 1))} % larger than at the start.`
              : 'The painted area is about the same as at the start.'}
        </p>
      )}
      <div className={styles.drawings}>
        {shown.map((one, index) => (
          <figure key={one.id} className={styles.drawing} style={{ margin: 0 }}>
            <FlatBody
              id={view}
              strokes={one.drawing.strokes}
              around={first.drawing.strokes}
              label={`${index === 0 ? 'First' : 'Latest'} drawing, seen from the ${view}`}
            />
            <figcaption>{dateWord(one.atMs)}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  )
}
