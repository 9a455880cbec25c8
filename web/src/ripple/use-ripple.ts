/** Answers for a page: always of the newest ask, with at most one on its way. */
import { useEffect, useRef, useState } from 'react'
import type { Figure, Knowledge, RippleAnswer, RippleAsk, RippleOverTasks, Trouble } from 'unknot'
import { RippleFailure, rippleClient } from './client.ts'
import type { WhyNot } from './messages.ts'

export type Answered = { readonly ask: RippleAsk; readonly answer: RippleAnswer; readonly tookMs: number }

export type Live = {
  /** The newest answer, while a newer one is on its way too. */
  readonly answered: Answered | null
  readonly failed: WhyNot | null
  readonly retry: () => void
}

/** Performance measure from the page's opening to its first answer. */
export const firstAnswerMeasure = 'unknot:first-ripple'

export function useRippleAnswer(ask: RippleAsk | null): Live {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [failed, setFailed] = useState<WhyNot | null>(null)
  const [tries, setTries] = useState(0)
  const opened = useRef<number | null>(performance.now())
  const latest = useRef<RippleAsk | null>(ask)
  const busy = useRef(false)
  const wanted = ask === null ? '' : JSON.stringify(ask)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again by its content, and when somebody tries again
  useEffect(() => {
    latest.current = ask
    if (ask === null) setAnswered(null)
    if (ask === null || busy.current) return
    const { signal } = new AbortController()
    const answerNewest = async () => {
      busy.current = true
      try {
        for (let done: RippleAsk | null = null; latest.current !== null && done !== latest.current; ) {
          const asked: RippleAsk = latest.current
          const { answer, tookMs } = await rippleClient().ask(asked, signal)
          done = asked
          if (opened.current !== null) performance.measure(firstAnswerMeasure, { start: opened.current })
          opened.current = null
          setFailed(null)
          setAnswered({ ask: asked, answer, tookMs })
        }
      } catch (error) {
        setFailed(error instanceof RippleFailure ? error.why : 'broken')
      }
      busy.current = false
    }
    void answerNewest()
  }, [wanted, tries])
  useEffect(() => () => void (latest.current = null), [])
  return { answered, failed, retry: () => setTries(tries + 1) }
}

/** Over all tasks, some time after the last change: it takes a moment and is not what the finger waits for. */
export function useRippleOver(trouble: readonly Trouble[], ready: boolean): RippleOverTasks | null {
  const [over, setOver] = useState<{ readonly key: string; readonly over: RippleOverTasks } | null>(null)
  const key = JSON.stringify(trouble)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again by its content
  useEffect(() => {
    if (!ready || trouble.length === 0) return
    const stop = new AbortController()
    const timer = window.setTimeout(() => {
      rippleClient()
        .over(trouble, stop.signal)
        .then(
          (found) => setOver({ key, over: found }),
          () => {},
        )
    }, 250)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [key, ready])
  return trouble.length === 0 ? null : (over?.over ?? null)
}

const drawn = new Map<string, Figure>()

/** Pictures of all tasks, drawn once from the postures of the model. */
export function useFigures(knowledge: Knowledge, ready: boolean): ReadonlyMap<string, Figure> {
  const [, setCount] = useState(drawn.size)
  useEffect(() => {
    if (!ready || drawn.size > 0) return
    const stop = new AbortController()
    const of = knowledge.tasks.map(({ id }) => ({ task: id, working: 'right' as const }))
    rippleClient()
      .figures(of, stop.signal)
      .then(
        (figures) => {
          for (const [index, figure] of figures.entries()) drawn.set(of[index]!.task, figure)
          setCount(drawn.size)
        },
        () => {},
      )
    return () => stop.abort()
  }, [knowledge, ready])
  return drawn
}
