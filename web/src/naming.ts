/** Plain words for places and sources: what people read instead of ids. */
import type { Knowledge, Muscle, MusclePart, OtherSource, Side, SourceRef, TriggerPoint } from './model.ts'

export function sideWord(side: Side | null): string {
  return side === null ? '' : side === 'left' ? 'Left' : 'Right'
}

/** "Right temple", "Crown of the head". */
export function placeName(knowledge: Knowledge, region: string, side: Side | null): string {
  const name = knowledge.regions.find((record) => record.id === region)?.name ?? region.replaceAll('-', ' ')
  if (side === null) return name
  return `${sideWord(side)} ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

export type Found =
  | { readonly kind: 'point'; readonly muscle: Muscle; readonly part: MusclePart; readonly point: TriggerPoint }
  | { readonly kind: 'other'; readonly other: OtherSource }

export function findSource(knowledge: Knowledge, id: string): Found | null {
  for (const muscle of knowledge.muscles) {
    for (const part of muscle.parts) {
      const point = part.triggerPoints.find((record) => record.id === id)
      if (point !== undefined) return { kind: 'point', muscle, part, point }
    }
  }
  const other = knowledge.otherSources.find((record) => record.id === id)
  return other === undefined ? null : { kind: 'other', other }
}

export type SourceName = {
  /** "Upper trapezius", "Facet joint C2-3". */
  readonly title: string
  /** "Right side · spot 1", "Left side", "". */
  readonly detail: string
  readonly kindWord: string
}

const kindWords: Record<string, string> = {
  'nerve-root': 'Nerve root',
  nerve: 'Nerve',
  'facet-joint': 'Spinal joint',
  joint: 'Joint',
  disc: 'Disc',
  tendon: 'Tendon',
  visceral: 'Inner organ',
  vascular: 'Blood vessel',
  dental: 'Teeth',
  sinus: 'Sinus',
  headache: 'Headache',
  bone: 'Bone',
  general: 'General',
}

/** "Nerve root", "Inner organ". */
export function kindWord(kind: string): string {
  return kindWords[kind] ?? kind
}

export function sourceName(knowledge: Knowledge, ref: SourceRef): SourceName {
  const found = findSource(knowledge, ref.id)
  const side = ref.side === null ? '' : `${sideWord(ref.side)} side`
  if (found === null) return { title: ref.id, detail: side, kindWord: '' }
  if (found.kind === 'other') {
    return { title: found.other.name, detail: side, kindWord: kindWord(found.other.kind) }
  }
  const { part, point } = found
  const spot = part.triggerPoints.length > 1 ? `spot ${spotNumber(point.id)}` : ''
  return { title: part.name, detail: [side, spot].filter(Boolean).join(' · '), kindWord: 'Muscle' }
}

/** Under the name of its muscle: "Deep layer" of "Masseter, deep layer"; "Upper trapezius" as it is; '' for the whole. */
export function partWithin(muscle: Muscle, part: MusclePart): string {
  if (part.id === null) return ''
  const prefix = `${muscle.name.en}, `
  return part.name.startsWith(prefix) ? capital(part.name.slice(prefix.length)) : part.name
}

export function spotNumber(pointId: string): string {
  return pointId.slice(pointId.lastIndexOf('.') + 1)
}

const gradeWords: Record<string, { readonly short: string; readonly long: string }> = {
  A: { short: 'Well supported', long: 'Studies show this: consistent reviews or solid measurements.' },
  B: { short: 'Some studies', long: 'Some studies suggest this; they have real limits.' },
  C: { short: 'Early evidence', long: 'Early or weak evidence: small or uncontrolled studies.' },
  expert: { short: 'Clinical tradition', long: 'Clinicians usually describe it so; it has not been tested well.' },
  contested: { short: 'Debated', long: 'This is debated: published sources disagree.' },
}

export function gradeWord(grade: string): { readonly short: string; readonly long: string } {
  return gradeWords[grade] ?? { short: grade, long: '' }
}

const techniqueWords: Record<string, string> = {
  flat: 'Flat: press against the bone and slide across the fibres',
  pincer: 'Pincer: roll the muscle between thumb and fingers',
  deep: 'Deep: slow pressure through the layers above',
  intraoral: 'From inside the mouth: trained hands only',
  'not-palpable': 'It cannot be felt with the fingers',
}

export function techniqueWord(technique: string): string {
  return techniqueWords[technique] ?? technique
}

/** "Upper trapezius" for a muscle and part as records name them. */
export function muscleName(knowledge: Knowledge, muscle: string, part: string | null | undefined): string {
  const record = knowledge.muscles.find(({ id }) => id === muscle)
  if (record === undefined) return capital(`${(part ?? '').replaceAll('-', ' ')} ${muscle.replaceAll('-', ' ')}`.trim())
  if (part === null || part === undefined) return record.name.en
  const found = record.parts.find(({ id }) => id === part)
  return found?.name ?? record.name.en
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
