/** What trigger points are, how the therapy works and what the evidence says; and the words, explained. */
import { useState } from 'react'
import { gradeWord } from '../../naming.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useTitle } from '../parts/frame.tsx'
import parts from '../parts/parts.module.css'
import { Badge } from '../parts/parts.tsx'
import styles from './learn.module.css'

export function LearnPage() {
  useTitle('Learn')
  const { knowledge } = useWorkbench().model
  const [wanted, setWanted] = useState('')
  const fits = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted.toLowerCase()))
  const first = knowledge.glossary.find((one) => one.id === 'trigger-point')
  const answers = knowledge.faq.filter((one) => fits(one.question, one.text))
  const words = knowledge.glossary.filter((one) => fits(one.term, one.definition, ...one.alsoCalled))
  return (
    <div className={parts.column}>
      <h1>Learn</h1>
      {first !== undefined && (
        <p className={parts.lead}>
          <strong>What is a trigger point?</strong> {first.definition}
        </p>
      )}
      <label className={parts.field}>
        Search
        <input
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          placeholder="pressure, soreness, evidence"
          autoComplete="off"
        />
      </label>
      {wanted === '' && (
        <nav aria-label="Questions">
          <ul className={styles.questions}>
            {answers.map((one) => (
              <li key={one.id}>
                <a href={`#${one.id}`}>{one.question}</a>
              </li>
            ))}
            <li>
              <a href="#words">The words, explained</a>
            </li>
          </ul>
        </nav>
      )}
      {answers.map((one) => (
        <article key={one.id} id={one.id} className={styles.answer}>
          <h2>{one.question}</h2>
          <p>{one.text}</p>
          <details>
            <summary>What that rests on</summary>
            <ul className={parts.plain}>
              {one.facts.map((fact) => (
                <li key={fact.text}>
                  {fact.text} <Badge>{gradeWord(fact.grade).short}</Badge>
                </li>
              ))}
            </ul>
          </details>
        </article>
      ))}
      {words.length > 0 && (
        <>
          <h2 id="words">Words</h2>
          <dl className={styles.words}>
            {words.map((one) => (
              <div key={one.id}>
                <dt>{one.term}</dt>
                <dd>{one.definition}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {answers.length + words.length === 0 && <p>Nothing here is called that.</p>}
    </div>
  )
}
