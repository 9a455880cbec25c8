/** What laboratories, clinics and clinicians' custom say beside the model, with where they disagree. */
import { Link } from '@tanstack/react-router'
import { type ComparedEvidence, type ComparedMuscle, chainsOf, type RippleReading } from 'unknot'
import { muscleName } from '../naming.ts'
import { Grade, Section } from '../pages/parts.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import type { Asked } from './asked.ts'
import styles from './ripple.module.css'

type Props = {
  readonly asked: Asked
  readonly reading: RippleReading | null
  readonly onChange: (next: Asked) => void
}

export function Beside({ asked, reading, onChange }: Props) {
  const { knowledge } = useWorkbench().model
  const evidence = reading?.evidence ?? []
  const chains = [
    ...new Map(
      asked.trouble
        .flatMap(({ muscle, part }) => chainsOf(knowledge, muscle, part))
        .map((link) => [link.chain.id, link] as const),
    ).values(),
  ]
  return (
    <>
      <Section title="What studies say">
        {evidence.length === 0 ? (
          <p>No study that records the other muscles for just this trouble is in the collection.</p>
        ) : (
          <ul className={styles.evidence}>
            {evidence.map((one) => (
              <Study key={one.record.id} compared={one} asked={asked} onChange={onChange} />
            ))}
          </ul>
        )}
      </Section>
      {chains.length > 0 && (
        <Section title="What clinicians’ custom says">
          <p>Chains that are taught. Nearly all evidence looks at one moment and can’t say what comes first.</p>
          <ul className={styles.evidence}>
            {chains.map(({ chain, end }) => (
              <li key={chain.id}>
                <b>{chain.name}</b>
                <span>
                  {chain.evidence} <Grade grade={chain.grade} />
                </span>
                <span className={styles.chain}>
                  {end === 'from' ? chain.to.words : chain.from.words}:{' '}
                  {(end === 'from' ? chain.to : chain.from).muscles.map(({ muscle, part }, index) => (
                    <span key={`${muscle} ${part}`}>
                      {index > 0 && ', '}
                      <Link to="/muscle/$id" params={{ id: muscle }} search={{ side: asked.trouble[0]!.side }}>
                        {muscleName(knowledge, muscle, part)}
                      </Link>
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** "Kendall and others 2013". */
function shortWork({ authors, year }: { readonly authors: string; readonly year: number }): string {
  const [first = authors, ...others] = authors.split(/,|;| and /).map((name) => name.trim())
  return `${first.replace(/(\s[A-Z]{1,3})+$/, '')}${others.length > 0 ? ' and others' : ''} ${year}`
}

const modelWords = {
  rises: 'the model: rises too',
  falls: 'the model disagrees: falls',
  same: 'the model disagrees: hardly changes',
} as const

function Study({
  compared,
  asked,
  onChange,
}: {
  readonly compared: ComparedEvidence
  readonly asked: Asked
  readonly onChange: (next: Asked) => void
}) {
  const { knowledge } = useWorkbench().model
  const { record, isThisTask, rose } = compared
  const task = knowledge.tasks.find(({ id }) => id === record.task)
  const works = [record.source].flat().flatMap((id) => knowledge.sources.find((one) => one.id === id) ?? [])
  return (
    <li>
      <span>
        {record.found} <Grade grade={record.grade} />
      </span>
      {rose.length > 0 && (
        <span className={styles.compared}>
          {rose.map((one) => (
            <Compared key={`${one.muscle} ${one.part}`} one={one} />
          ))}
        </span>
      )}
      <span className={styles.compares}>{record.compares}</span>
      {!isThisTask && task !== undefined && (
        <button type="button" className={styles.quiet} onClick={() => onChange({ ...asked, task: task.id })}>
          Compare in: {task.name.toLowerCase()}
        </button>
      )}
      <cite>
        {works.map((work, index) => (
          <span key={work.id}>
            {index > 0 && '; '}
            {work.doi === undefined ? (
              shortWork(work)
            ) : (
              <a href={`https://doi.org/${work.doi}`} rel="noreferrer">
                {shortWork(work)}
              </a>
            )}
          </span>
        ))}
      </cite>
    </li>
  )
}

function Compared({ one }: { readonly one: ComparedMuscle }) {
  const { knowledge } = useWorkbench().model
  return (
    <span data-agrees={one.model === null ? undefined : one.model === 'rises' ? 'yes' : 'no'}>
      {muscleName(knowledge, one.muscle, one.part)} rose{one.model !== null && `; ${modelWords[one.model]}`}
    </span>
  )
}
