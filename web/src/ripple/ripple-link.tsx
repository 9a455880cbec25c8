/** From a muscle or one of its spots to what may follow from it; nothing where the model lacks the muscle. */
import { Link } from '@tanstack/react-router'
import { rippleParts, type Side } from 'unknot'
import { useWorkbench } from '../shell/workbench-context.ts'

type Props = {
  readonly muscle: string
  readonly part?: string | null | undefined
  readonly side: Side
  readonly className?: string | undefined
  readonly words?: string
}

export function RippleLink({ muscle, part = null, side, className, words = 'What may follow from it' }: Props) {
  const { knowledge } = useWorkbench().model
  const parts = rippleParts(knowledge, muscle)
  if (parts === null || (part !== null && parts.length > 0 && !parts.includes(part))) return null
  const name = part !== null && parts.includes(part) ? `${muscle}.${part}` : muscle
  return (
    <Link to="/ripple" search={{ muscle: name, side }} className={className}>
      {words}
    </Link>
  )
}
