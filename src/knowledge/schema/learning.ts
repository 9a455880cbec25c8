/** What helps to understand: causes, chains of overload, questions people ask, words. */
import { z } from 'zod'
import { claim, id, muscleRef, textClaim, words } from './common.ts'

export const factor = claim({
  id: z.string().regex(/^pf-\d\d$/),
  name: words,
  questions: z.array(words),
  /** Factors of a case (`overuse`, `poor-sleep` ...) that this one stands for. */
  caseFactors: z.array(id),
  evidence: words,
  advice: words,
  /** Shown only beside a note that this is debated. */
  checked: z.boolean().optional(),
})
export type Factor = z.output<typeof factor>

const chainEnd = z.strictObject({ words, muscles: z.array(z.strictObject(muscleRef)) })

export const chain = claim({
  id: z.string().regex(/^ch-\d\d$/),
  name: words,
  from: chainEnd,
  to: chainEnd,
  /** Directed only where a prospective study says so. */
  directed: z.boolean(),
  /** How much a look at the other end is worth, by grade: A 0.8, B 0.5, C 0.3, expert 0.2, contested 0.1. */
  weight: z.number().min(0).max(1),
  evidence: words,
  test: words,
  helps: words,
  checked: z.boolean().optional(),
})
export type Chain = z.output<typeof chain>

export const faq = claim({
  id: z.string().regex(/^faq-\d\d$/),
  question: words,
  /** 60 to 120 words, for a reader of twelve. */
  text: words,
  /** The facts that the answer leans on. */
  facts: z.array(textClaim).min(1),
})
export type Faq = z.output<typeof faq>

export const glossary = claim({
  id,
  term: words,
  alsoCalled: z.array(words),
  definition: words,
  /** DEF or CRT number of the clinical reference. */
  ref: z.string().optional(),
})
export type Glossary = z.output<typeof glossary>
