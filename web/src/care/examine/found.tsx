/** What the findings of this spot may be called, and how the list of sources looks now. */
import { type Course, gradeFinding, keyOf, type Spot } from 'unknot'
import { bandOf, bandWords } from '../../ranking/wording.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCourseRanking } from '../clinic.ts'
import parts from '../parts/parts.module.css'
import { Badge, Card } from '../parts/parts.tsx'
import { spotWord } from '../words.ts'
import styles from './examine.module.css'

const shown = 5

export function Found({ course, spot }: { readonly course: Course; readonly spot: Spot }) {
  const { knowledge } = useWorkbench().model
  const ranking = useCourseRanking(course)
  const own = course.findings.find((one) => keyOf(one.spot) === keyOf(spot))
  const examiner = course.person.setting === 'clinic' ? 'clinician' : 'self'
  const graded = own === undefined ? null : gradeFinding({ examiner, ...own.signs })
  const first = ranking.sources.slice(0, shown)
  return (
    <Card tone="soft">
      {graded !== null && (
        <p className={styles.label} role="status">
          {graded.say}
        </p>
      )}
      <h3>What would explain it now</h3>
      <ol className={parts.list} aria-label="Likeliest sources now">
        {first.map((source) => (
          <li key={`${source.id} ${source.side}`} className={`${parts.row} ${parts.between}`}>
            <span>
              {source.kind === 'trigger-point' && source.side !== null
                ? spotWord(knowledge, { point: source.id, side: source.side })
                : source.name}
            </span>
            <Badge>{bandWords[bandOf(source.probability)]}</Badge>
          </li>
        ))}
      </ol>
    </Card>
  )
}
