/**
 * What may a palpation finding be called?
 *
 * A conservative reading of the Delphi criteria (clinical reference 1.2, assumption A-CLINIC-20). An untrained or
 * one's own finger is believed about tenderness and familiar pain only and never gets past `possible`.
 */
export type Examiner = 'clinician' | 'partner' | 'self'

export type PalpationFinding = {
  readonly examiner: Examiner
  /** False for a muscle too deep to feel. */
  readonly isAssessable?: boolean
  readonly tautBand?: boolean | 'unsure'
  readonly tender?: boolean
  readonly referredPain?: boolean
  readonly familiarPain?: boolean | 'partly'
}

export type FindingLabel =
  | 'none'
  | 'tenderness_only'
  | 'band_only'
  | 'possible'
  | 'probable_latent_type'
  | 'probable_active_type'
  | 'not_assessable'

export type GradedFinding = {
  readonly label: FindingLabel
  readonly badges: readonly 'familiar'[]
  readonly say: string
}

/** @example gradeFinding({ examiner: 'self', tender: true, familiarPain: true }).label // 'possible' */
export function gradeFinding(finding: PalpationFinding): GradedFinding {
  const isFamiliar = finding.familiarPain === true || finding.familiarPain === 'partly'
  const label = finding.examiner === 'clinician' ? trained(finding, isFamiliar) : untrained(finding, isFamiliar)
  return { label, badges: isFamiliar && label !== 'not_assessable' ? ['familiar'] : [], say: sentences[label] }
}

function trained(finding: PalpationFinding, isFamiliar: boolean): FindingLabel {
  if (finding.isAssessable === false) return 'not_assessable'
  const hasBand = finding.tautBand === true
  if (hasBand && finding.tender !== true) return 'band_only'
  if (!hasBand) return finding.tender === true ? 'tenderness_only' : 'none'
  if (isFamiliar) return 'probable_active_type'
  return finding.referredPain === true ? 'probable_latent_type' : 'possible'
}

function untrained(finding: PalpationFinding, isFamiliar: boolean): FindingLabel {
  if (finding.isAssessable === false) return 'not_assessable'
  if (finding.tender !== true) return 'none'
  return isFamiliar || finding.referredPain === true ? 'possible' : 'tenderness_only'
}

/** Enough of a finding of its own to be treated. */
export function isTreatable(label: FindingLabel): boolean {
  return label === 'possible' || label === 'probable_latent_type' || label === 'probable_active_type'
}

const sentences: Record<FindingLabel, string> = {
  none: 'Nothing was found here.',
  tenderness_only: 'The spot is tender; that alone is common.',
  band_only: 'A tight strand that does not hurt: nothing to treat.',
  possible: 'This spot may be what clinicians call a trigger point.',
  probable_latent_type: 'This spot behaves like a trigger point, but not like one that makes the familiar pain.',
  probable_active_type: 'This spot behaves like what clinicians call an active trigger point.',
  not_assessable: 'This muscle lies too deep to be judged by touch.',
}
