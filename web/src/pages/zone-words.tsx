import { useWorkbench } from '../shell/workbench-context.ts'

type ZoneRecord = {
  readonly through: readonly string[]
  readonly strength: 'essential' | 'spillover'
  readonly side?: string | undefined
}

/** "Usually: neck angle to mastoid. Sometimes: temple." For whoever cannot see the picture, and to name it. */
export function ZoneWords({ zones }: { readonly zones: readonly ZoneRecord[] }) {
  const { knowledge } = useWorkbench().model
  const nameOf = (id: string) => {
    const name = knowledge.landmarks.find((landmark) => landmark.id === id)?.name ?? id.replaceAll('-', ' ')
    return name.charAt(0).toLowerCase() + name.slice(1)
  }
  const told = (strength: ZoneRecord['strength']) =>
    zones
      .filter((zone) => zone.strength === strength)
      .map(({ through, side }) => {
        const ends = [...new Set([through[0]!, through.at(-1)!])].map(nameOf).join(' to ')
        return side === 'other' ? `${ends}, on the other side` : side === 'both' ? `${ends}, on both sides` : ends
      })
      .join('; ')
  const [usually, sometimes] = [told('essential'), told('spillover')]
  return (
    <span>
      {usually !== '' && `Usually hurts: ${usually}. `}
      {sometimes !== '' && `Sometimes: ${sometimes}.`}
    </span>
  )
}
