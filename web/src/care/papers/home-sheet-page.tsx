/** For at home: what to do with which spot, what is normal, when to stop; with a picture from the body. */
import { type Course, doseValue, keyOf, spotPermission } from 'unknot'
import type { Stroke } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import { useAssessed } from '../clinic.ts'
import { FlatBody, type FlatMark } from '../parts/flat-body.tsx'
import { Frame, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { spotAtMm } from '../parts/spot-at.ts'
import { dateWord, recordName, spotWord } from '../words.ts'
import styles from './papers.module.css'

export function HomeSheetPage() {
  useTitle('For at home')
  return <WithCourse>{(course) => <HomeSheet key={course.person.id} course={course} />}</WithCourse>
}

/** The spots alone decide what is shown. */
const none: readonly Stroke[] = []

function HomeSheet({ course }: { readonly course: Course }) {
  const care = useCare()
  const { inner, knowledge, body } = useWorkbench().model
  // at home somebody is alone: the stricter rules hold, whoever made the plan
  const assessed = useAssessed({ ...course, person: { ...course.person, setting: 'self' } } as Course)
  const points = course.plan?.plan.points ?? course.sessions.at(-1)?.plan.points ?? []
  const marks = points.flatMap((point, index): FlatMark[] => {
    const at = spotAtMm(knowledge, body, point)
    return at === null ? [] : [{ label: String(index + 1), atMm: at }]
  })
  const front = marks.filter((mark) => mark.atMm[2] >= 0)
  const back = marks.filter((mark) => mark.atMm[2] < 0)
  const strokes = course.drawings.at(-1)?.drawing.strokes ?? []
  return (
    <Frame course={course} step="course">
      <article className={styles.sheet}>
        <h1>For at home</h1>
        <p className={parts.muted}>
          For {course.person.name}, {dateWord(care.now())}
        </p>
        <div className={styles.figures}>
          {(front.length > 0 || back.length === 0) && (
            <FlatBody id="front" strokes={strokes} marks={front} around={none} label="Spots on the front" />
          )}
          {back.length > 0 && (
            <FlatBody id="back" strokes={strokes} marks={back} around={none} label="Spots on the back" />
          )}
        </div>
        {points.map((point, index) => {
          const part = knowledge.muscles
            .find((one) => one.id === point.muscle)
            ?.parts.find((one) => one.id === point.part)
          const permission = spotPermission(inner, point, assessed)
          const mayPress = permission.level !== 'blocked'
          const tools =
            part?.clinic.self.tools.filter(
              (tool) => tool !== 'heat-pack' && tool !== 'partner' && !permission.limits.toolsOff.includes(tool),
            ) ?? []
          return (
            <section key={keyOf(point)}>
              <h2>
                {index + 1}. {spotWord(knowledge, point)}
              </h2>
              {mayPress ? (
                <p>
                  {part?.clinic.self.how} With{' '}
                  {tools.map((tool) => recordName(knowledge.tools, tool).toLowerCase()).join(' or ')}, at most{' '}
                  {Math.min(45, permission.limits.holdMaxS)} seconds, once a day, never stronger than{' '}
                  {Math.min(5, permission.limits.discomfortMax)} of 10.
                </p>
              ) : (
                <p>
                  <strong>Not to be pressed alone.</strong> {permission.because[0]?.text}
                </p>
              )}
              {permission.mayStretch && (
                <p>
                  Stretch: {part?.clinic.stretch.how} A mild pull, {doseValue(knowledge, 'stretch.hold_s')} seconds,{' '}
                  {doseValue(knowledge, 'stretch.reps')} times.
                </p>
              )}
            </section>
          )
        })}
        <section>
          <h2>What is normal, and what is not</h2>
          <p>
            Soreness for a day or two is common: stay active, keep warm, nothing heavy and new for a day. Skip a day if
            it is more than 3 of 10 above the usual. Stop if it tingles, gets sharp, or makes dizzy.
          </p>
          <p>
            <strong>See somebody today</strong> for numbness or weakness, dark urine, a swollen arm or leg, a growing
            bruise or lump, fever or breathlessness.
          </p>
        </section>
        {(course.plan?.plan.causes.length ?? 0) > 0 && (
          <section>
            <h2>Worth trying</h2>
            <ul className={parts.plain}>
              {course.plan?.plan.causes.map((cause) => (
                <li key={cause.factor}>{cause.advice}</li>
              ))}
            </ul>
          </section>
        )}
        <p className={styles.foot}>
          Without change after two weeks, have it assessed. Made with Unknot; it diagnoses nothing.
        </p>
      </article>
      <div className={parts.row} data-noprint>
        <Press look="primary" onPress={() => window.print()}>
          Print
        </Press>
      </div>
    </Frame>
  )
}
