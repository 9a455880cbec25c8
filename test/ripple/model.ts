/** The model of the records, opened once a test file. */
import { readRecords } from '../../scripts/read-records.ts'
import { kinds, propertyOf } from '../../src/knowledge/kinds.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { RippleAnswer, RippleAsk, Trouble } from '../../src/ripple/ask.ts'
import { openRipple, type RippleModel } from '../../src/ripple/open.ts'

const needed = [
  ...['muscles', 'landmarks', 'model-bodies', 'model-joints', 'model-wraps', 'model-contacts', 'model-muscles'],
  ...['moment-arms', 'joint-strengths', 'tasks', 'ripple-evidence', 'chains'],
] as const

/** Only what the model needs: reading all records takes much longer. */
export function modelKnowledge(): Knowledge {
  const lists: Record<string, unknown[]> = {}
  for (const kind of needed) lists[propertyOf(kind)] = []
  for (const { path, text } of readRecords()) {
    const kind = path.split('/')[0] as (typeof needed)[number]
    if (needed.includes(kind)) lists[propertyOf(kind)]!.push(kinds[kind].parse(JSON.parse(text)))
  }
  return lists as unknown as Knowledge
}

export async function opened(): Promise<{ knowledge: Knowledge; model: RippleModel }> {
  const knowledge = modelKnowledge()
  return { knowledge, model: await openRipple(knowledge) }
}

export function inhibited(
  muscle: string,
  degree: number,
  side: 'left' | 'right' = 'right',
  part: string | null = null,
): Trouble {
  return { muscle, part, side, state: 'inhibited', degree }
}

export function tight(
  muscle: string,
  degree: number,
  side: 'left' | 'right' = 'right',
  part: string | null = null,
): Trouble {
  return { muscle, part, side, state: 'tight', degree }
}

export function asked(task: string, trouble: readonly Trouble[], more: Partial<RippleAsk> = {}): RippleAsk {
  return { task, working: 'right', posture: 'fixed', trouble, ...more }
}

/** How much more a muscle (all its parts, or one) gives afterwards, newtons. */
export function rise(
  answer: RippleAnswer,
  muscle: string,
  side: 'left' | 'right' = 'right',
  part?: string | null,
): number {
  return answer.muscles
    .filter((one) => one.muscle === muscle && one.side === side && (part === undefined || one.part === part))
    .reduce((sum, one) => sum + one.afterN - one.beforeN, 0)
}
