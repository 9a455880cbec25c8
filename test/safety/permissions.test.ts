import { describe, expect, it } from 'vitest'
import type { SafetyAsked } from '../../src/core/safety/asked.ts'
import { musclePermission, permissions, regionPermission } from '../../src/core/safety/permissions.ts'
import { screen } from '../../src/core/safety/screen.ts'
import { clinic, everyMuscle, harmless, noToTheRest } from './clinic.ts'

const may = (asked: SafetyAsked, muscle: string, part: string | null = null, side: 'left' | 'right' = 'left') =>
  musclePermission({ muscle, part, side }, asked, screen(asked, clinic), everyMuscle)

const answered = (more: Partial<SafetyAsked>): SafetyAsked => noToTheRest({ ...harmless, ...more })
const clinical = (more: Partial<SafetyAsked> = {}) => answered({ setting: 'clinic', ...more })

describe('musclePermission', () => {
  it('allows an ordinary muscle within the limits of the setting', () => {
    expect(may(clinical(), 'infraspinatus')).toMatchObject({
      level: 'allowed',
      limits: { discomfortMax: 7, holdMaxS: 90 },
    })
    expect(may(answered({}), 'infraspinatus')).toMatchObject({
      level: 'allowed',
      limits: { discomfortMax: 6, holdMaxS: 60 },
    })
  })
  it('5: with apixaban keeps to 4 of 10, without hook, elbow, percussion or rubbing, and looks at the skin', () => {
    const asked = clinical({ answers: { 'gate-medicines': 'yes', anticoagulant: 'yes' } })
    const { level, limits } = may(asked, 'trapezius', 'upper')
    expect(level).toBe('allowed')
    expect(limits.discomfortMax).toBe(4)
    expect(limits.toolsOff).toEqual(expect.arrayContaining(['hook', 'elbow', 'percussion']))
    expect(limits.techniquesOff).toContain('cross-fibre')
    expect(limits.notes.join()).toContain('24 hours')
    expect(may(answered({ answers: { anticoagulant: 'yes' } }), 'piriformis').level).toBe('blocked')
  })
  it('6: in pregnancy blocks calf, adductors and belly, and keeps the rest to 4 of 10, not lying on the front', () => {
    const asked = clinical({ person: { ageYears: 30, sex: 'female' }, answers: { pregnant: 'yes' } })
    for (const [muscle, part] of [
      ['gastrocnemius', 'medial'],
      ['adductor-longus', null],
      ['iliopsoas', 'iliacus'],
    ] as const) {
      expect(may(asked, muscle, part).level).toBe('blocked')
    }
    const { level, limits } = may(asked, 'infraspinatus')
    expect(level).toBe('allowed')
    expect(limits.discomfortMax).toBe(4)
    expect(limits.positionsOff).toContain('lying-on-front')
  })
  it('20: no percussion device anywhere on the neck', () => {
    for (const setting of ['clinic', 'self'] as const) {
      const asked = answered({ setting })
      for (const muscle of ['splenius-capitis', 'levator-scapulae', 'cervical-multifidus']) {
        expect(may(asked, muscle).limits.toolsOff).toContain('percussion')
      }
      expect(
        regionPermission({ region: 'neck-back', side: 'left' }, asked, screen(asked, clinic), everyMuscle).limits
          .toolsOff,
      ).toContain('percussion')
    }
  })
  it('leaves front of neck, scalenes, armpit, groin and hollow of the knee alone in self-care', () => {
    const asked = answered({})
    for (const [muscle, part] of [
      ['sternocleidomastoid', 'sternal'],
      ['scalenes', 'anterior'],
      ['subscapularis', null],
      ['iliopsoas', 'psoas-major'],
      ['popliteus', null],
      ['levator-ani', null],
      ['diaphragm', null],
    ] as const) {
      expect(may(asked, muscle, part).level, muscle).toBe('blocked')
    }
  })
  it('holds the slanting neck muscle in the clinic only lightly and briefly', () => {
    expect(may(clinical(), 'sternocleidomastoid', 'sternal')).toMatchObject({
      level: 'light',
      limits: { holdMaxS: 20 },
    })
  })
  it('blocks only the side that hurts for a fresh injury', () => {
    const asked = clinical({ answers: { 'recent-injury': 'yes' } })
    expect(may(asked, 'extensor-digitorum', null, 'right').level).toBe('blocked')
    expect(may(asked, 'extensor-digitorum', null, 'left').level).toBe('allowed')
  })
  it('blocks everything until the place of an operation is named, then only that', () => {
    const answers = { 'operation-recent': 'yes' } as const
    expect(may(clinical({ answers }), 'infraspinatus').level).toBe('blocked')
    const places = {
      'operation-recent': [
        { region: 'knee-front', side: 'left' as const },
        { region: 'thigh-front-lower', side: 'left' as const },
      ],
    }
    const asked = clinical({ answers, places })
    expect(may(asked, 'infraspinatus').level).toBe('allowed')
    expect(may(asked, 'rectus-femoris', null, 'left').level).toBe('blocked')
    expect(may(asked, 'rectus-femoris', null, 'right').level).toBe('allowed')
  })
  it('blocks a calf until the questions on clots are answered', () => {
    const open: SafetyAsked = { ...harmless, setting: 'clinic' }
    expect(may(open, 'soleus').level).toBe('blocked')
    expect(may(clinical(), 'soleus').level).not.toBe('blocked')
  })
  it('blocks a muscle of which nothing is known', () => {
    expect(may(clinical(), 'no-such-muscle').level).toBe('blocked')
    const asked = answered({})
    const bare = { ...everyMuscle, muscles: [] }
    expect(
      musclePermission({ muscle: 'infraspinatus', part: null, side: 'left' }, asked, screen(asked, clinic), bare).level,
    ).toBe('blocked')
  })
  it('blocks everything past a referral, under sixteen alone, and after alcohol', () => {
    for (const more of [
      { answers: { 'dark-urine': 'yes' } },
      { person: { ageYears: 12, sex: 'male' } },
      { answers: { 'sedated-today': 'unsure' } },
    ] as const) {
      const asked = answered(more)
      const all = permissions(asked, screen(asked, clinic), everyMuscle)
      expect(all.every(({ permission }) => permission.level === 'blocked')).toBe(true)
    }
  })
  it('covers every muscle of the contract', () => {
    expect(clinic.musclePlaces).toHaveLength(123)
  })

  describe('alone, by the table of self-care (7.3), with the real records', () => {
    const asked = answered({})
    const alone = (muscle: string, part: string | null) =>
      musclePermission({ muscle, part, side: 'left' }, asked, screen(asked, clinic), clinic)
    it.each([
      ['temporalis', 'anterior'],
      ['masseter', 'superficial'],
      ['suboccipitals', 'rectus-capitis-posterior-major'],
      ['trapezius', 'upper'],
      ['levator-scapulae', null],
      ['pectoralis-major', 'clavicular'],
      ['infraspinatus', null],
      ['rhomboids', 'major'],
      ['extensor-digitorum', null],
      ['opponens-pollicis', null],
      ['iliocostalis-lumborum', null],
      ['quadratus-lumborum', 'superficial'],
      ['gluteus-medius', null],
      ['piriformis', null],
      ['rectus-femoris', null],
      ['vastus-lateralis', null],
      ['semitendinosus', null],
      ['adductor-longus', null],
      ['gastrocnemius', 'medial'],
      ['tibialis-anterior', null],
      ['flexor-digitorum-brevis', null],
    ] as const)('%s %s may be pressed', (muscle, part) => {
      const { level, limits, because } = alone(muscle, part)
      expect(level, because.map((one) => one.id).join()).not.toBe('blocked')
      expect(limits.discomfortMax).toBeLessThanOrEqual(6)
      expect(limits.holdMaxS).toBeLessThanOrEqual(60)
    })
    it.each([
      ['sternocleidomastoid', 'sternal'],
      ['scalenes', 'middle'],
      ['iliopsoas', 'psoas-major'],
      ['lateral-pterygoid', 'inferior'],
      ['subscapularis', null],
      ['popliteus', null],
      ['pectineus', null],
      ['rectus-abdominis', null],
    ] as const)('%s %s may not', (muscle, part) => {
      expect(alone(muscle, part).level).toBe('blocked')
    })
    it('keeps roller and percussion from the flank, and a firm ball from the sciatic line', () => {
      expect(alone('quadratus-lumborum', 'superficial').limits.toolsOff).toEqual(
        expect.arrayContaining(['roller', 'percussion']),
      )
      expect(alone('piriformis', null).limits.toolsOff).toContain('firm-ball')
    })
    it('keeps the stricter rule of a point of its own', () => {
      const point = { muscle: 'levator-scapulae', part: null, side: 'left', point: 'levator-scapulae.1' } as const
      expect(musclePermission(point, asked, screen(asked, clinic), clinic)).toMatchObject({ level: 'blocked' })
      expect(alone('levator-scapulae', null).level).not.toBe('blocked')
    })
    it('leaves the hip flexor its stretch', () => {
      expect(alone('iliopsoas', 'psoas-major').mayStretch).toBe(true)
    })
  })
})
