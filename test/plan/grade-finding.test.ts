import { describe, expect, it } from 'vitest'
import { gradeFinding } from '../../src/core/plan/grade-finding.ts'

describe('gradeFinding', () => {
  it('8: band, tender and travelling, not familiar, is probably of the latent type', () => {
    const found = gradeFinding({
      examiner: 'clinician',
      tautBand: true,
      tender: true,
      referredPain: true,
      familiarPain: false,
    })
    expect(found.label).toBe('probable_latent_type')
  })
  it('9: one\'s own finger that finds "my headache" is possible, with the badge', () => {
    expect(gradeFinding({ examiner: 'self', tender: true, familiarPain: true })).toMatchObject({
      label: 'possible',
      badges: ['familiar'],
    })
  })
  it('10: a band that does not hurt is a band', () => {
    expect(gradeFinding({ examiner: 'clinician', tautBand: true, tender: false }).label).toBe('band_only')
  })
  it.each([
    [{ examiner: 'clinician', tautBand: true, tender: true, familiarPain: 'partly' }, 'probable_active_type'],
    [{ examiner: 'clinician', tautBand: true, tender: true }, 'possible'],
    [{ examiner: 'clinician', tautBand: 'unsure', tender: true }, 'tenderness_only'],
    [{ examiner: 'clinician', tautBand: false, tender: false }, 'none'],
    [{ examiner: 'clinician', isAssessable: false, tender: true }, 'not_assessable'],
    [{ examiner: 'self', tautBand: true, tender: true, referredPain: true, familiarPain: true }, 'possible'],
    [{ examiner: 'partner', tautBand: true, tender: true }, 'tenderness_only'],
  ] as const)('%o is %s', (finding, label) => {
    expect(gradeFinding(finding).label).toBe(label)
  })
  it('never says that somebody has a trigger point', () => {
    for (const examiner of ['clinician', 'self'] as const) {
      const { say } = gradeFinding({ examiner, tautBand: true, tender: true, familiarPain: true })
      expect(say).not.toMatch(/you have/i)
    }
  })
})
