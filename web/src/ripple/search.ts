/** What an address of the ripple may say. Kept apart from what it means, so that the router loads nothing for it. */

/**
 * Several muscles stand in one address with commas between them, in the same order in `side`, `trouble` and `degree`;
 * a part follows its muscle after a dot. What is left out is as for the muscle before.
 */
export type RippleSearch = {
  readonly muscle?: string
  readonly side?: string
  readonly trouble?: string
  readonly degree?: string
  readonly task?: string
  readonly working?: string
  readonly posture?: 'held' | 'free'
}

const keys = ['muscle', 'side', 'trouble', 'degree', 'task', 'working'] as const

export function rippleSearch(search: Record<string, unknown>): RippleSearch {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)
  return {
    ...Object.fromEntries(
      keys.flatMap((key) => {
        const value = text(search[key])
        return value === undefined || value === '' ? [] : [[key, value]]
      }),
    ),
    ...(search.posture === 'free' || search.posture === 'held' ? { posture: search.posture } : {}),
  }
}
