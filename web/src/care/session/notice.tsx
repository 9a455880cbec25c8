/** What the hand notices at a point: each one tap, and one more takes it back. */
import type { Running } from './run.tsx'

const words = [
  ['softer', 'Softer'],
  ['twitch', 'Twitch'],
  ['familiar', 'Familiar'],
  ['travels', 'Travels'],
] as const

export function Notice({ running }: { readonly running: Pick<Running, 'log' | 'pointKey' | 'act'> }) {
  const { log, pointKey: key, act } = running
  const found = log.points[key]?.noticed ?? []
  return words.map(([what, label]) => (
    <button
      type="button"
      key={what}
      aria-pressed={found.includes(what)}
      onClick={() => void act({ act: 'noticed', key, what })}
    >
      {label}
    </button>
  ))
}
