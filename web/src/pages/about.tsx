import { useTitle } from '../parts/use-title.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './page.module.css'
import { Back, Section } from './parts.tsx'

/** What it is for and what it is not, short enough to be read. */
export function AboutPage() {
  const { body, knowledge } = useWorkbench().model
  useTitle('About')
  return (
    <article className={styles.page}>
      <Back />
      <header className={styles.head}>
        <h1>What Unknot can and cannot tell</h1>
      </header>
      <p className={styles.lead}>
        You paint where it hurts. Unknot compares the drawing with the patterns in which tender spots in muscles,
        nerves, joints and organs are known to hurt, and lists what would explain it.
      </p>
      <Section title="What it is for">
        <ul>
          <li>For massage and physical therapists: which spots to examine first, and what else to think of.</li>
          <li>For people with everyday muscle pain who want to understand it and look after it safely.</li>
        </ul>
      </Section>
      <Section title="What it is not" care>
        <ul>
          <li>It does not diagnose. “Fits well” means that the pattern fits, not that this is the cause.</li>
          <li>It does not replace a doctor, and it is not for emergencies, children or needling.</li>
          <li>
            New pain after an accident, with fever, with numbness or weakness, or at night without relief: see a doctor.
          </li>
        </ul>
      </Section>
      <Section title="How sure it is">
        <p>
          Clinicians have described these patterns for decades, but they were never measured in large studies, and
          whether trigger points are what they are taken for is debated. Two examiners often disagree on where one is.
          So the list speaks in bands first and numbers second, and no spot that nobody has pressed is ever called
          certain.
        </p>
      </Section>
      <Section title="Your drawing">
        <p>It stays on this device. Nothing is sent anywhere; there is no account.</p>
      </Section>
      <Section title="What this edition holds">
        <ul>
          <li>
            {knowledge.muscles.length} muscles, {knowledge.otherSources.length} other sources,{' '}
            {knowledge.sources.length} works cited (edition {knowledge.edition})
          </li>
          <li>
            A body of {(body.positionsMm.length / 3).toLocaleString('en')} points and {knowledge.regions.length} named
            regions (edition {body.edition})
          </li>
          <li>Free software: Apache-2.0; the knowledge under CC BY 4.0</li>
        </ul>
      </Section>
    </article>
  )
}
