/** The letter that ends a referral: what was told and found, for whoever looks next. */
import { type BodyPlace, type Course, mayPlan, painNow, questionsWithPlace, toTick } from 'unknot'
import { placeName } from '../../naming.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useAssessed } from '../clinic.ts'
import { FlatBody } from '../parts/flat-body.tsx'
import { Frame, useGo, useTitle, WithCourse } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Press } from '../parts/parts.tsx'
import { dateWord, durationWord } from '../words.ts'
import { drawnWords, tickedName } from './names.ts'
import styles from './papers.module.css'

export function LetterPage() {
  useTitle('Letter')
  return <WithCourse>{(course) => <Letter key={course.person.id} course={course} />}</WithCourse>
}

function Letter({ course }: { readonly course: Course }) {
  const workbench = useWorkbench()
  const go = useGo(course)
  const { screening, asked } = useAssessed(course)
  const { knowledge } = workbench.model
  const { person } = course
  const strokes = course.drawings.at(-1)?.drawing.strokes ?? []
  const drawn = drawnWords(workbench, course)
  const pain = painNow(course)
  /** Where it is, or that this was not told: whoever reads must not take silence for nowhere. */
  const whereWords = (places: readonly BodyPlace[] | null, hasPlace: boolean) => {
    if (places === null) return hasPlace ? ' Where it is was not told.' : ''
    if (places.length === 0) return ' Nobody can say where it is.'
    return ` Where: ${places.map(({ region, side }) => placeName(knowledge, region, side).toLowerCase()).join(', ')}.`
  }
  const withPlace = questionsWithPlace(knowledge)
  const isPlaced = new Set(
    toTick(asked, knowledge)
      .filter((one) => one.hasPlace)
      .map((one) => one.id),
  )
  const reasons = screening.flags.filter((flag) => flag.within !== undefined)
  const told = knowledge.questions.filter((one) => ['yes', 'unsure'].includes(course.answers[one.id] ?? ''))
  if (mayPlan(screening)) {
    return (
      <Frame course={course} step="questions">
        <h1>No letter is needed</h1>
        <p>Nothing was found that has to be seen by somebody else first.</p>
        <Press onPress={() => go('questions')}>To the decision</Press>
      </Frame>
    )
  }
  const urgency = { now: 'Emergency: now', today: 'To be seen today', weeks: 'To be seen before treatment' }
  const within = screening.within
  return (
    <Frame course={course} step="questions">
      <article className={styles.sheet}>
        <h1>{urgency[within]}</h1>
        <p>
          {dateWord(Date.now())}. About: {person.name}
          {person.ageYears === undefined ? '' : `, ${person.ageYears} years`}
          {person.sex === undefined || person.sex === 'other' ? '' : `, ${person.sex}`}.
        </p>
        <section>
          <h2>Why I am writing</h2>
          <ul className={parts.plain}>
            {reasons.map((flag) => (
              <li key={flag.id}>
                {flag.because}{' '}
                {flag.unsure && 'This rests on an answer of "not sure" or on something that is not known.'}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>What was told</h2>
          <p>
            {drawn !== '' && `Pain drawn: ${drawn}. `}
            {pain !== null && `Pain now ${pain} of 10, `}
            {durationWord(course.history.durationDays)}.
          </p>
          <ul className={parts.plain}>
            {told.map((question) => (
              <li key={question.id}>
                {question.text} <strong>{course.answers[question.id] === 'yes' ? 'Yes.' : 'Not sure.'}</strong>
                {whereWords(course.places[question.id] ?? null, withPlace.has(question.id))}
              </li>
            ))}
          </ul>
        </section>
        {course.conditions.length > 0 && (
          <section>
            <h2>Conditions, medicines, pregnancy</h2>
            <ul className={parts.plain}>
              {course.conditions.map(({ id, atMs, places }) => (
                <li key={id}>
                  {tickedName(knowledge, id)}, told {dateWord(atMs)}.{whereWords(places, isPlaced.has(id))}
                </li>
              ))}
            </ul>
          </section>
        )}
        {strokes.length > 0 && (
          <div className={styles.figures}>
            <FlatBody id="front" strokes={strokes} label="The drawing, seen from the front" />
            <FlatBody id="back" strokes={strokes} label="The drawing, seen from the back" />
          </div>
        )}
        <p>{treatedWords(course)}</p>
        <p className={styles.foot}>
          Written with Unknot, a program that supports decisions and diagnoses nothing. Signature:
          ____________________________
        </p>
      </article>
      <div className={parts.row} data-noprint>
        <Press look="primary" onPress={() => window.print()}>
          Print
        </Press>
        <Press onPress={() => go('questions')}>Back to the decision</Press>
      </div>
    </Frame>
  )
}

/** What was done before this was found. */
function treatedWords({ sessions }: Course): string {
  const done = sessions.filter((one) => one.ended !== null)
  const last = done.at(-1)
  if (last === undefined) return 'Nothing was pressed, and no treatment was planned.'
  const count = done.length === 1 ? 'one session' : `${done.length} sessions`
  return `Pressure treatment so far: ${count}, the last on ${dateWord(last.startedMs)}. Nothing is pressed now, and no further treatment is planned.`
}
