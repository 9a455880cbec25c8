/** Many events as one story: each once, in the order in which they happened. */
import type { CareEvent } from './event.ts'

/**
 * The same list for any order and any number of copies of the same events: what is read from them depends on what
 * happened, not on how it arrived.
 */
export function inOrder(events: readonly CareEvent[]): readonly CareEvent[] {
  const byId = new Map<string, CareEvent>()
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event)
  return [...byId.values()].sort(compare)
}

function compare(a: CareEvent, b: CareEvent): number {
  if (a.atMs !== b.atMs) return a.atMs - b.atMs
  if (a.device !== b.device) return a.device < b.device ? -1 : 1
  if (a.seq !== b.seq) return a.seq - b.seq
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export type Merge = {
  readonly added: readonly CareEvent[]
  /** Ids that are already there with another content: never overwritten. */
  readonly clashing: readonly string[]
}

/** Which of the offered events are new. What is there already, with the same content, is nothing new. */
export function merge(there: readonly CareEvent[], offered: readonly CareEvent[]): Merge {
  const known = new Map(there.map((event) => [event.id, contentOf(event)]))
  const added: CareEvent[] = []
  const clashing: string[] = []
  for (const event of offered) {
    const before = known.get(event.id)
    if (before === undefined) {
      known.set(event.id, contentOf(event))
      added.push(event)
    } else if (before !== contentOf(event)) clashing.push(event.id)
  }
  return { added, clashing }
}

/** Text that is the same for the same content, whatever the order of its keys. */
export function contentOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentOf).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${contentOf(inner)}`)
      .join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
