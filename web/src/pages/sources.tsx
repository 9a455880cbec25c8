/** What a record rests on: the works it cites, in full, what is only assumed, and what the grades mean. */
import type { Knowledge } from '../model.ts'
import { gradeWord } from '../naming.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './page.module.css'
import { Section } from './parts.tsx'

export function Sources({ record }: { readonly record: unknown }) {
  const { knowledge } = useWorkbench().model
  const cited = citedIn(record)
  const works = knowledge.sources
    .filter((work) => cited.sources.has(work.id))
    .sort((a, b) => a.authors.localeCompare(b.authors))
  const assumed = knowledge.assumptions.filter(({ id }) => cited.assumptions.has(id))
  const grades = ['A', 'B', 'C', 'expert', 'contested'].filter((grade) => cited.grades.has(grade))
  return (
    <>
      {works.length > 0 && (
        <Section title="Sources">
          <ul className={styles.sources}>
            {works.map((work) => (
              <li key={work.id}>
                <Citation work={work} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {assumed.length > 0 && (
        <Section title="What is only assumed">
          <ul className={styles.sources}>
            {assumed.map((assumption) => (
              <li key={assumption.id}>
                {assumption.statement} <em>How it could be checked:</em> {assumption.check}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {grades.length > 0 && (
        <Section title="What the grades mean">
          <dl className={styles.grades}>
            {grades.map((grade) => (
              <div key={grade}>
                <dt className={styles.grade}>{gradeWord(grade).short}</dt>
                <dd>{gradeWord(grade).long}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  )
}

function Citation({ work }: { readonly work: Knowledge['sources'][number] }) {
  const address = work.doi === undefined ? work.url : `https://doi.org/${work.doi}`
  return (
    <>
      {work.authors} ({work.year}). {work.title}. {work.published}.
      {address !== undefined && (
        <>
          {' '}
          <a href={address} rel="noreferrer" target="_blank">
            {work.doi === undefined ? new URL(address).hostname : `doi:${work.doi}`}
          </a>
        </>
      )}
    </>
  )
}

type Cited = { readonly sources: Set<string>; readonly assumptions: Set<string>; readonly grades: Set<string> }

/** Every source, assumption and grade anywhere inside a record. */
function citedIn(record: unknown): Cited {
  const cited: Cited = { sources: new Set(), assumptions: new Set(), grades: new Set() }
  collect(record, cited)
  return cited
}

function collect(value: unknown, into: Cited): void {
  if (Array.isArray(value)) for (const one of value) collect(one, into)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'source') for (const id of [inner].flat()) into.sources.add(String(id))
      else if (key === 'assumption') into.assumptions.add(String(inner))
      else if (key === 'grade') into.grades.add(String(inner))
      else collect(inner, into)
    }
  }
}
