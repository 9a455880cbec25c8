/** What was tapped during a round, so that the last tap can be taken back; the record keeps both. */
import { createContext, useContext, useState } from 'react'
import type { CareBody, Course } from 'unknot'
import { useCare } from '../care-context.tsx'

type Done = {
  /** "Tender", "Threshold". */
  readonly word: string
  /** What takes it back, from the course as it is then. */
  readonly back: (course: Course) => CareBody | null
}

export type Round = {
  act(word: string, body: CareBody, back: (course: Course) => CareBody | null): void
  readonly last: Done | null
  undo(): void
}

export const RoundContext = createContext<Round | null>(null)

export function useRound(): Round {
  const round = useContext(RoundContext)
  if (round === null) throw new Error('useRound outside of an examination')
  return round
}

export function useNewRound(course: Course): Round {
  const care = useCare()
  const [done, setDone] = useState<readonly Done[]>([])
  const last = done.at(-1) ?? null
  return {
    last,
    act(word, body, back) {
      void care.record(course.person.id, body).then((isKept) => isKept && setDone((all) => [...all, { word, back }]))
    },
    undo() {
      if (last === null) return
      setDone(done.slice(0, -1))
      const body = last.back(course)
      if (body !== null) void care.record(course.person.id, body)
    },
  }
}

/** Takes the newest measure of a kind back. */
export function withdrawal(
  course: Course,
  isIt: (measure: Course['measures'][number]) => boolean,
): Extract<CareBody, { kind: 'measure-withdrawn' }> | null {
  const measure = course.measures.findLast(isIt)
  return measure === undefined ? null : { kind: 'measure-withdrawn', measure: measure.id }
}
