/** One part of a muscle for the hands: how to find, treat and stretch it, alone too, and what to take care of. */
import { Link } from '@tanstack/react-router'
import type { MusclePart } from '../model.ts'
import { capital, muscleName, sourceName, spotNumber, techniqueWord } from '../naming.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { Claim, Claims, Grade, Section } from './parts.tsx'

const alone = {
  yes: 'You can do this yourself.',
  light: 'You can do this yourself, gently.',
  'stretch-only': 'Stretch it yourself; do not press it.',
  no: 'Do not do this yourself.',
} as const

const companionWords = {
  satellite: 'Often follows it',
  synergist: 'Works with it',
  antagonist: 'Works against it',
  together: 'Often tender together',
} as const

export function Part({ part, named }: { readonly part: MusclePart; readonly named: boolean }) {
  const { knowledge } = useWorkbench().model
  const { clinic } = part
  const of = named ? `: ${part.name.charAt(0).toLowerCase()}${part.name.slice(1)}` : ''
  const several = part.triggerPoints.length > 1
  const cautions = [...clinic.cautions, ...part.triggerPoints.flatMap((point) => point.cautions ?? [])]
  return (
    <>
      <Section title={`Find it with the hands${of}`}>
        <p>{clinic.palpate.position}</p>
        <p>
          <strong>{techniqueWord(clinic.palpate.technique)}.</strong> {clinic.palpate.how}
        </p>
        <p>
          {clinic.palpate.feel} <Grade grade={clinic.palpate.grade} />
        </p>
        <ul>
          {part.triggerPoints.map((point) => (
            <li key={point.id}>
              {several && <strong>Spot {spotNumber(point.id)}. </strong>}
              {point.find.text} <Grade grade={point.find.grade} />
            </li>
          ))}
        </ul>
        <h3>Stay away from</h3>
        <p>{clinic.palpate.avoid}</p>
      </Section>
      {cautions.length > 0 && (
        <Section title={`Take care${of}`} care>
          <ul>
            {[...new Set(cautions.map(({ text }) => text))].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      <Treatment part={part} of={of} />
      <Section title={`By yourself${of}`}>
        <p>
          <strong>{alone[clinic.self.possible]}</strong> {clinic.self.how} <Grade grade={clinic.self.grade} />
        </p>
        {clinic.self.tools.length > 0 && clinic.self.possible !== 'no' && (
          <p>With {clinic.self.tools.map((tool) => toolName(knowledge.tools, tool)).join('; ')}.</p>
        )}
        {part.triggerPoints.map(
          (point) =>
            point.self !== undefined && (
              <p key={point.id}>
                <strong>
                  Spot {spotNumber(point.id)}: {lowered(alone[point.self.possible])}
                </strong>{' '}
                {point.self.how} <Grade grade={point.self.grade} />
              </p>
            ),
        )}
        <h3>Stretch</h3>
        <p>
          {clinic.stretch.how} <Grade grade={clinic.stretch.grade} />
        </p>
        {clinic.stretch.avoid !== undefined && <p>Avoid: {lowered(clinic.stretch.avoid)}</p>}
      </Section>
      <Section title={`What people notice${of}`}>
        <Claims claims={[...clinic.hurtsWith, ...clinic.limits]} />
        <Claim claim={clinic.weakness} />
        {clinic.easesWith !== undefined && clinic.easesWith.length > 0 && (
          <>
            <h3>What eases it</h3>
            <Claims claims={clinic.easesWith} />
          </>
        )}
      </Section>
      <Section title={`What can bring it on${of}`}>
        <Claims claims={clinic.causes} />
      </Section>
      <Section title={`Easily taken for${of}`}>
        <ul>
          {[...clinic.takenFor, ...part.triggerPoints.flatMap((point) => point.takenFor ?? [])].map((rival) => (
            <li key={rival.text}>
              <strong>
                {rival.otherSource !== undefined ? (
                  <Link to="/source/$id" params={{ id: rival.otherSource }}>
                    {sourceName(knowledge, { id: rival.otherSource, side: null }).title}
                  </Link>
                ) : (
                  <MuscleLink muscle={rival.muscle!} part={rival.part} />
                )}
                .
              </strong>{' '}
              {rival.text} <Grade grade={rival.grade} />
            </li>
          ))}
        </ul>
      </Section>
      <Companions part={part} of={of} />
    </>
  )
}

function Treatment({ part, of }: { readonly part: MusclePart; readonly of: string }) {
  const { knowledge } = useWorkbench().model
  const { treat } = part.clinic
  const techniques = treat.techniques.map(
    (id) => knowledge.techniques.find((technique) => technique.id === id)?.name ?? capital(id.replaceAll('-', ' ')),
  )
  return (
    <Section title={`Treat it${of}`}>
      <p>
        <strong>{[techniques[0], ...techniques.slice(1).map(lowered)].join(', ')}.</strong> {treat.how}{' '}
        <Grade grade={treat.grade} />
      </p>
      <p>
        {treat.contacts.length === 0
          ? treat.direction
          : `With ${treat.contacts.map((contact) => toolName(knowledge.tools, contact)).join('; ')}. Direction: ${lowered(treat.direction)}`}
        {treat.direction.endsWith('.') ? '' : '.'}
      </p>
    </Section>
  )
}

function Companions({ part, of }: { readonly part: MusclePart; readonly of: string }) {
  const { goesWith } = part.clinic
  if (goesWith.length === 0) return null
  return (
    <Section title={`What goes with it${of}`}>
      <ul>
        {goesWith.map((companion) => (
          <li key={`${companion.kind} ${companion.muscle} ${companion.part}`}>
            {companionWords[companion.kind]}: <MuscleLink muscle={companion.muscle} part={companion.part} />
            {companion.text === undefined ? '' : `. ${companion.text}`} <Grade grade={companion.grade} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function MuscleLink({ muscle, part }: { readonly muscle: string; readonly part?: string | null | undefined }) {
  const { knowledge } = useWorkbench().model
  return (
    <Link to="/muscle/$id" params={{ id: muscle }}>
      {muscleName(knowledge, muscle, part)}
    </Link>
  )
}

function toolName(tools: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return (tools.find((tool) => tool.id === id)?.name ?? id.replaceAll('-', ' ')).toLowerCase()
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
