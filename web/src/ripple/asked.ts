/** What a page of the ripple is about, as its address says it: `?muscle=gluteus-medius&side=right&trouble=inhibited&degree=0.5`. */
import { firstTask, type Knowledge, type RippleAsk, rippleParts, type Side, type Trouble } from 'unknot'
import type { RippleSearch } from './search.ts'

export const mostTight = 0.2
export const usualDegree = { inhibited: 0.5, tight: 0.1 } as const

/** What the address asks; muscles that the model lacks are left out and named in `unknown`. */
export type Asked = {
  readonly trouble: readonly Trouble[]
  readonly task: string
  readonly working: Side | 'both'
  readonly posture: 'fixed' | 'free'
  readonly unknown: readonly string[]
}

export function askedBy(knowledge: Knowledge, search: RippleSearch): Asked {
  const list = (text: string | undefined) => (text ?? '').split(',').map((word) => word.trim())
  const [sides, states, degrees] = [list(search.side), list(search.trouble), list(search.degree)]
  const at = (words: readonly string[], index: number) => words[Math.min(index, words.length - 1)] ?? ''
  const trouble: Trouble[] = []
  const unknown: string[] = []
  for (const [index, name] of list(search.muscle).entries()) {
    if (name === '') continue
    const [muscle = '', part = null] = name.split('.')
    const parts = rippleParts(knowledge, muscle)
    if (parts === null) {
      unknown.push(muscle)
      continue
    }
    const state = at(states, index) === 'tight' ? 'tight' : 'inhibited'
    const degree = Number(at(degrees, index))
    const most = state === 'tight' ? mostTight : 1
    trouble.push({
      muscle,
      part: part !== null && parts.includes(part) ? part : null,
      side: at(sides, index) === 'left' ? 'left' : 'right',
      state,
      degree: at(degrees, index) !== '' && degree >= 0 && degree <= most ? degree : usualDegree[state],
    })
  }
  const first = trouble[0]
  const named = knowledge.tasks.find(({ id }) => id === search.task)
  const task = named ?? (first === undefined ? knowledge.tasks[0]! : firstTask(knowledge, first))
  return {
    trouble,
    task: task.id,
    working: workingOf(task.sided, search.working, first?.side ?? 'right'),
    posture: search.posture === 'free' ? 'free' : 'fixed',
    unknown,
  }
}

export function workingOf(sided: string, wanted: string | undefined, side: Side): Side | 'both' {
  if (wanted === 'both' && sided === 'one-or-both') return 'both'
  return wanted === 'left' || wanted === 'right' ? wanted : side
}

export function searchOf({ trouble, task, working, posture }: Asked): RippleSearch {
  if (trouble.length === 0) return {}
  const all = (value: (one: Trouble) => string) => trouble.map(value).join(',')
  return {
    muscle: all((one) => (one.part === null ? one.muscle : `${one.muscle}.${one.part}`)),
    side: all((one) => one.side),
    trouble: all((one) => one.state),
    degree: all((one) => String(Math.round(one.degree * 1000) / 1000)),
    task,
    ...(working === trouble[0]!.side ? {} : { working }),
    posture: posture === 'free' ? 'free' : 'held',
  }
}

export function askOf({ trouble, task, working, posture }: Asked): RippleAsk {
  return { trouble, task, working, posture }
}
