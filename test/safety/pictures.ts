/**
 * Pictures that must not be missed, and pictures that must not alarm. Nobody here is real. Each is a drawing, with
 * person and history, before any question was answered, and where it says so with some answers.
 */
import type { Answer } from '../../src/core/safety/asked.ts'

type Side = 'left' | 'right' | null
type Drawn = readonly [region: string, side: Side, intensity: number, ...quality: string[]]
export type Decision = 'quiet' | 'caution' | 'weeks' | 'today' | 'now'

export type Picture = {
  readonly person?: { readonly ageYears?: number; readonly sex?: 'female' | 'male' | 'other' }
  readonly pain: readonly Drawn[]
  readonly history?: { readonly onset?: 'gradual' | 'sudden' | 'injury'; readonly durationDays?: number }
  /** What drawing, person and history decide alone. `quiet`: neither a referral nor an emergency. */
  readonly is: Decision
  readonly flag?: string
  /** Among the first twelve questions that are then open (of about fifty). */
  readonly asks?: readonly string[]
  readonly answers?: Readonly<Record<string, Answer>>
  /** What the answers make of it. */
  readonly after?: Decision
}

const both = (region: string, intensity: number, ...quality: string[]): Drawn[] => [
  [region, 'left', intensity, ...quality],
  [region, 'right', intensity, ...quality],
]
const man = (ageYears: number) => ({ ageYears, sex: 'male' }) as const
const woman = (ageYears: number) => ({ ageYears, sex: 'female' }) as const
const suddenly = (durationDays: number) => ({ onset: 'sudden', durationDays }) as const
const slowly = (durationDays: number) => ({ onset: 'gradual', durationDays }) as const
const injured = (durationDays: number) => ({ onset: 'injury', durationDays }) as const
const yes = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'yes' as const]))

export const dangers: Readonly<Record<string, Picture>> = {
  'chest, left arm and jaw since this morning': {
    person: man(58),
    pain: [
      ['sternum', null, 7, 'tight'],
      ['upper-arm-inner', 'left', 5],
      ['jaw-angle', 'left', 3],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-09',
  },
  'chest and between the shoulder blades since today': {
    person: woman(62),
    pain: [
      ['sternum', null, 5],
      ['interscapular', 'left', 4],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-09',
  },
  'chest and between the shoulder blades for a week': {
    person: woman(62),
    pain: [
      ['chest-breast', 'left', 4],
      ['interscapular', 'left', 4],
    ],
    history: slowly(7),
    is: 'today',
    flag: 'rf-09',
    asks: ['chest-pressure'],
  },
  'a tight chest since today at 45': {
    person: man(45),
    pain: [['sternum', null, 5, 'tight']],
    history: slowly(0),
    is: 'now',
    flag: 'rf-09',
  },
  'chest and right arm, suddenly, two days ago': {
    person: man(55),
    pain: [
      ['sternum', null, 4],
      ['upper-arm-inner', 'right', 4],
    ],
    history: suddenly(2),
    is: 'today',
    flag: 'rf-09',
    answers: yes('chest-pressure'),
    after: 'now',
  },
  'upper belly and left arm, suddenly': {
    person: woman(66),
    pain: [
      ['epigastrium', null, 6],
      ['upper-arm-inner', 'left', 4],
    ],
    history: suddenly(1),
    is: 'now',
    flag: 'rf-09',
  },
  'chest and left arm, nobody knows since when': {
    pain: [
      ['chest-upper', 'left', 4],
      ['upper-arm-front', 'left', 4],
    ],
    is: 'now',
    flag: 'rf-09',
  },
  'worst pain between the shoulder blades within an hour': {
    person: man(59),
    pain: [
      ['interscapular', 'left', 9, 'sharp'],
      ['interscapular', 'right', 9, 'sharp'],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-10',
  },
  'right upper belly and shoulder blade, strong for two days': {
    person: woman(44),
    pain: [
      ['abdomen-upper', 'right', 8],
      ['scapula', 'right', 5],
    ],
    history: slowly(2),
    is: 'today',
    flag: 'rf-28',
  },
  'right upper belly and shoulder for a year': {
    person: woman(44),
    pain: [
      ['rib-margin', 'right', 4],
      ['scapula-border', 'right', 4],
    ],
    history: slowly(365),
    is: 'caution',
    flag: 'rf-28',
    asks: ['meal-belly-pain'],
    answers: yes('meal-belly-pain'),
    after: 'today',
  },
  'belly boring through to the back': {
    person: man(49),
    pain: [
      ['epigastrium', null, 8],
      ['mid-back', 'left', 6],
    ],
    history: suddenly(2),
    is: 'today',
    flag: 'rf-28',
  },
  'the worst belly of a life, today': {
    person: man(49),
    pain: [
      ['epigastrium', null, 9],
      ['mid-back', 'left', 6],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-28',
  },
  'left shoulder tip and ribs after a fall on the handlebar': {
    person: man(23),
    pain: [
      ['shoulder-top', 'left', 5],
      ['rib-margin', 'left', 6],
    ],
    history: injured(1),
    is: 'today',
    flag: 'rf-28',
    asks: ['belly-back-severe-faint'],
  },
  'the same, severe': {
    person: man(23),
    pain: [
      ['shoulder-top', 'left', 5],
      ['rib-margin', 'left', 8],
    ],
    history: injured(1),
    is: 'now',
    flag: 'rf-28',
  },
  'a numb saddle': {
    person: woman(41),
    pain: [['perineum', null, 3, 'numb']],
    history: slowly(90),
    is: 'now',
    flag: 'rf-01',
  },
  'low back and down both legs to the calves, five days': {
    person: woman(48),
    pain: [['low-back', 'left', 6], ...both('thigh-back-upper', 5), ...both('calf-upper', 5)],
    history: slowly(5),
    is: 'today',
    flag: 'rf-01',
    asks: ['bladder-change', 'saddle-numbness'],
    answers: yes('bladder-change'),
    after: 'now',
  },
  'low back with both legs for years': {
    person: woman(48),
    pain: [['low-back', 'left', 6], ...both('thigh-back-upper', 5)],
    history: slowly(2000),
    is: 'caution',
    flag: 'rf-01',
    asks: ['bladder-change', 'saddle-numbness'],
  },
  'low back and both feet numb, three days': {
    person: man(52),
    pain: [['low-back', 'right', 6], ...both('foot-outer', 3, 'numb')],
    history: suddenly(3),
    is: 'now',
    flag: 'rf-01',
  },
  'both legs numb since last week, the back is quiet': {
    person: man(33),
    pain: [...both('shin', 2, 'numb'), ...both('foot-top', 2, 'numb')],
    history: slowly(8),
    is: 'today',
    flag: 'rf-01',
  },
  'hands and feet tingle on both sides since three weeks': {
    person: woman(63),
    pain: [...both('palm', 3, 'tingling'), ...both('arch', 3, 'tingling')],
    history: slowly(20),
    is: 'today',
    flag: 'rf-19',
  },
  'hands and feet tingle on both sides for two years': {
    person: woman(63),
    pain: [...both('palm', 3, 'tingling'), ...both('arch', 3, 'tingling')],
    history: slowly(700),
    is: 'weeks',
    flag: 'rf-19',
  },
  'neck and both hands numb': {
    person: man(57),
    pain: [['neck-back', 'left', 4], ...both('hand-back', 3, 'numb')],
    history: slowly(120),
    is: 'weeks',
    flag: 'rf-19',
    answers: yes('clumsy-hands'),
    after: 'weeks',
  },
  'one calf since four days': {
    person: woman(37),
    pain: [['calf-upper', 'left', 5]],
    history: slowly(4),
    is: 'caution',
    flag: 'rf-13',
    asks: ['limb-swelling'],
    answers: { 'limb-swelling': 'unsure' },
    after: 'today',
  },
  'temple and jaw at 67, ten days': {
    person: woman(67),
    pain: [
      ['temple', 'right', 6],
      ['jaw-joint', 'right', 5],
    ],
    history: slowly(10),
    is: 'caution',
    flag: 'rf-16',
    asks: ['jaw-chewing-pain', 'scalp-tender', 'sudden-vision-loss'],
    answers: yes('jaw-chewing-pain'),
    after: 'today',
  },
  'the same with lost sight': {
    person: woman(67),
    pain: [
      ['temple', 'right', 6],
      ['jaw-joint', 'right', 5],
    ],
    history: slowly(10),
    is: 'caution',
    answers: yes('sudden-vision-loss'),
    after: 'now',
  },
  'sudden worst headache': {
    person: woman(39),
    pain: both('occiput', 10),
    history: suddenly(0),
    is: 'now',
    flag: 'rf-18',
  },
  'headache since a blow yesterday': {
    person: man(30),
    pain: [['forehead', 'left', 5]],
    history: injured(1),
    is: 'today',
    flag: 'rf-18',
  },
  'neck and head, severe, suddenly after a jolt': {
    person: woman(38),
    pain: [
      ['neck-side', 'right', 8],
      ['temple', 'right', 7],
    ],
    history: injured(2),
    is: 'today',
    flag: 'rf-14',
    asks: ['neck-artery-signs'],
    answers: yes('neck-artery-signs'),
    after: 'now',
  },
  'neck after a fall at 70': {
    person: woman(70),
    pain: [['neck-back', 'left', 5]],
    history: injured(1),
    is: 'now',
    flag: 'rf-07',
  },
  'neck and tingling fingers after a crash yesterday': {
    person: man(29),
    pain: [
      ['neck-back', 'left', 6],
      ['finger-index-back', 'left', 2, 'tingling'],
    ],
    history: injured(1),
    is: 'now',
    flag: 'rf-07',
  },
  'loin to groin in waves': {
    person: man(41),
    pain: [
      ['flank', 'left', 9],
      ['groin', 'left', 7],
    ],
    history: suddenly(0),
    is: 'today',
    flag: 'rf-27',
    answers: yes('flank-colic', 'fever', 'confused-mottled'),
    after: 'now',
  },
  'belly and low back at 72, suddenly the worst': {
    person: man(72),
    pain: [
      ['umbilical', null, 8],
      ['low-back', 'left', 9],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-11',
  },
  'belly and low back at 72 for ten days': {
    person: man(72),
    pain: [
      ['abdomen-lower', 'left', 4],
      ['low-back', 'left', 5],
    ],
    history: slowly(10),
    is: 'today',
    flag: 'rf-11',
    asks: ['belly-pulse'],
  },
  'one loin at 66, suddenly severe': {
    person: man(66),
    pain: [['flank', 'left', 8]],
    history: suddenly(1),
    is: 'today',
    flag: 'rf-11',
  },
  'groin of a boy of 17, suddenly': {
    person: man(17),
    pain: [['groin', 'left', 8]],
    history: suddenly(0),
    is: 'today',
    flag: 'rf-30',
    asks: ['testicle-pain', 'hernia-stuck'],
    answers: yes('testicle-pain'),
    after: 'now',
  },
  'between the legs of a man of 20, suddenly': {
    person: man(20),
    pain: [['perineum', null, 8]],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-30',
  },
  'knee of a child of 12': {
    person: man(12),
    pain: [['knee-front', 'left', 4]],
    history: slowly(30),
    is: 'weeks',
    flag: 'rf-22',
  },
  'groin of a child of 6, severe': {
    person: man(6),
    pain: [['groin', 'right', 8]],
    history: slowly(2),
    is: 'today',
    flag: 'rf-22',
  },
  'night pain and lost weight': {
    person: man(55),
    pain: [['shoulder-back', 'left', 5]],
    history: slowly(100),
    is: 'caution',
    answers: yes('night-pain', 'weight-loss'),
    after: 'weeks',
  },
  'middle of the back with fever': {
    person: man(46),
    pain: [['mid-back', 'left', 6]],
    history: slowly(12),
    is: 'caution',
    answers: yes('fever'),
    after: 'today',
  },
  'low back after a spell of infections': {
    person: man(46),
    pain: [['low-back', 'left', 6]],
    history: slowly(12),
    is: 'caution',
    answers: yes('back-infection-risk'),
    after: 'today',
  },
  'middle of the back at 78, suddenly': {
    person: woman(78),
    pain: [['mid-back', 'right', 6]],
    history: suddenly(3),
    is: 'today',
    flag: 'rf-06',
  },
  'low back after a small fall with thin bones': {
    person: woman(61),
    pain: [['low-back', 'right', 6]],
    history: injured(2),
    is: 'caution',
    answers: yes('gate-bones-joints', 'osteoporosis'),
    after: 'today',
  },
  'shin after a kick, 9 of 10, and a numb foot': {
    person: man(24),
    pain: [
      ['shin', 'left', 9],
      ['foot-top', 'left', 3, 'numb'],
    ],
    history: injured(0),
    is: 'now',
    flag: 'rf-24',
  },
  'shin after a kick, 9 of 10': {
    person: man(24),
    pain: [['shin', 'left', 9]],
    history: injured(0),
    is: 'caution',
    flag: 'rf-24',
    asks: ['tense-limb'],
    answers: { 'tense-limb': 'unsure' },
    after: 'now',
  },
  'a burning belt on one side since three days': {
    person: woman(60),
    pain: [
      ['chest-side', 'left', 5, 'burning'],
      ['mid-back', 'left', 5, 'burning'],
    ],
    history: slowly(3),
    is: 'caution',
    flag: 'rf-35',
    asks: ['band-rash'],
    answers: yes('band-rash'),
    after: 'today',
  },
  'low belly and shoulder tip at 28, suddenly': {
    person: woman(28),
    pain: [
      ['abdomen-lower', 'left', 6],
      ['shoulder-top', 'right', 4],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-29',
  },
  'the same by somebody who names no sex': {
    person: { ageYears: 28, sex: 'other' },
    pain: [
      ['abdomen-lower', 'left', 6],
      ['shoulder-top', 'right', 4],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-29',
  },
  'low belly at eight weeks': {
    person: woman(28),
    pain: [['abdomen-lower', 'left', 4]],
    history: slowly(3),
    is: 'caution',
    answers: yes('pregnant', 'pregnant-early'),
    after: 'now',
  },
  'pregnant, and a headache of 8': {
    person: woman(33),
    pain: [['forehead', 'left', 8]],
    history: slowly(1),
    is: 'caution',
    answers: yes('pregnant'),
    after: 'today',
  },
  'pregnant, and pain high in the belly': {
    person: woman(33),
    pain: [['epigastrium', null, 5]],
    history: slowly(1),
    is: 'caution',
    answers: yes('pregnant'),
    after: 'today',
  },
  'half of the body numb since an hour': {
    person: man(68),
    pain: [
      ['cheek', 'left', 1, 'numb'],
      ['forearm-front', 'left', 1, 'numb'],
    ],
    history: suddenly(0),
    is: 'now',
    flag: 'rf-15',
  },
  'a cheek suddenly numb': {
    person: woman(50),
    pain: [['cheek', 'left', 1, 'numb']],
    history: suddenly(1),
    is: 'today',
    flag: 'rf-15',
  },
  'a sharp chest at 22 since yesterday': {
    person: man(22),
    pain: [['chest-side', 'left', 6, 'sharp']],
    history: suddenly(1),
    is: 'caution',
    flag: 'rf-12',
    asks: ['breath-pain'],
    answers: yes('breath-pain'),
    after: 'now',
  },
  'upper back since a needle yesterday': {
    person: woman(34),
    pain: [['scapula', 'left', 4]],
    history: suddenly(1),
    is: 'caution',
    answers: yes('chest-needle-blow'),
    after: 'today',
  },
  'sore thighs and dark urine': {
    person: man(26),
    pain: both('thigh-front-upper', 7),
    history: slowly(2),
    is: 'caution',
    answers: yes('dark-urine'),
    after: 'now',
  },
  'a cold, pale foot': {
    person: man(74),
    pain: [['calf-upper', 'left', 8]],
    history: suddenly(0),
    is: 'caution',
    answers: yes('limb-cold-pale'),
    after: 'now',
  },
  'not wanting to live with it': {
    person: woman(52),
    pain: [['low-back', 'left', 7]],
    history: slowly(900),
    is: 'caution',
    answers: yes('self-harm'),
    after: 'today',
  },
}

export const innocents: Readonly<Record<string, Picture>> = {
  'a desk neck': {
    person: woman(34),
    pain: [
      ['neck-angle', 'right', 5],
      ['neck-back', 'right', 4],
    ],
    history: slowly(60),
    is: 'quiet',
  },
  'a back after two days of gardening': {
    person: man(38),
    pain: [...both('low-back', 5), ...both('buttock-upper', 3)],
    history: slowly(2),
    is: 'quiet',
  },
  'a lumbago of 8 at 35': { person: man(35), pain: both('low-back', 8), history: suddenly(1), is: 'quiet' },
  'sore thighs after squats': {
    person: man(25),
    pain: [...both('thigh-front-upper', 6), ...both('thigh-front-lower', 5)],
    history: slowly(2),
    is: 'quiet',
  },
  'calves and back after a marathon': {
    person: woman(41),
    pain: [...both('calf-upper', 5), ...both('low-back', 3)],
    history: slowly(2),
    is: 'quiet',
  },
  'a tennis elbow': {
    person: man(44),
    pain: [
      ['elbow-lateral', 'right', 5],
      ['forearm-back', 'right', 3],
    ],
    history: slowly(90),
    is: 'quiet',
  },
  'a heel': { person: woman(45), pain: [['heel', 'left', 7, 'stabbing']], history: slowly(90), is: 'quiet' },
  'a whiplash of three years ago': {
    person: woman(45),
    pain: [
      ['neck-back', 'left', 5],
      ['occiput', 'left', 4],
    ],
    history: injured(1100),
    is: 'quiet',
    answers: yes('major-accident'),
    after: 'quiet',
  },
  'the same at 70': {
    person: woman(70),
    pain: [['neck-back', 'left', 5]],
    history: injured(1100),
    is: 'quiet',
    answers: yes('major-accident'),
    after: 'quiet',
  },
  'between the shoulder blades for half a year': {
    person: man(52),
    pain: both('interscapular', 4),
    history: slowly(180),
    is: 'quiet',
  },
  'a stiff left shoulder at 55': {
    person: woman(55),
    pain: [
      ['shoulder-front', 'left', 6],
      ['upper-arm-side', 'left', 4],
    ],
    history: slowly(120),
    is: 'quiet',
  },
  'a clenched jaw': {
    person: woman(28),
    pain: [
      ['jaw-joint', 'left', 5],
      ['temple', 'left', 4],
    ],
    history: slowly(200),
    is: 'quiet',
  },
  'headaches for years': {
    person: woman(31),
    pain: [...both('temple', 5), ...both('forehead', 4)],
    history: slowly(1500),
    is: 'quiet',
  },
  'a pulled hamstring': {
    person: man(22),
    pain: [['thigh-back-lower', 'right', 6, 'sharp']],
    history: injured(1),
    is: 'caution',
    flag: 'ci-05',
  },
  'a strained chest muscle at the gym': {
    person: man(27),
    pain: [
      ['chest-upper', 'left', 5],
      ['shoulder-front', 'left', 4],
    ],
    history: injured(1),
    is: 'caution',
    flag: 'rf-09',
    asks: ['chest-pressure'],
  },
  'tingling fingers at night': {
    person: woman(47),
    pain: [
      ['thumb', 'right', 3, 'tingling'],
      ['finger-index-front', 'right', 3, 'tingling'],
    ],
    history: slowly(100),
    is: 'quiet',
  },
  'cramps of a period': { person: woman(25), pain: [['suprapubic', null, 5]], history: slowly(1), is: 'quiet' },
  "a runner's knee": { person: man(30), pain: [['knee-front', 'right', 5]], history: slowly(30), is: 'quiet' },
  'ribs after a week of coughing': {
    person: man(36),
    pain: [['chest-side', 'right', 4]],
    history: slowly(5),
    is: 'quiet',
  },
  'a wry neck on waking': {
    person: woman(29),
    pain: [
      ['neck-back', 'right', 6],
      ['neck-angle', 'right', 6],
    ],
    history: suddenly(1),
    is: 'caution',
    flag: 'rf-14',
    asks: ['neck-artery-signs'],
  },
  'an aching leg from the buttock': {
    person: woman(52),
    pain: [
      ['buttock-upper', 'right', 5],
      ['thigh-side-upper', 'right', 4],
      ['leg-outer', 'right', 3],
    ],
    history: slowly(60),
    is: 'quiet',
  },
  'a burning upper back on both sides': {
    person: woman(36),
    pain: both('interscapular', 4, 'burning'),
    history: slowly(30),
    is: 'quiet',
  },
  'right chest and right arm for weeks': {
    person: man(45),
    pain: [
      ['chest-upper', 'right', 4],
      ['upper-arm-front', 'right', 3],
    ],
    history: slowly(40),
    is: 'quiet',
  },
  'sore all over for years': {
    person: woman(50),
    pain: [
      ...both('shoulder-top', 5),
      ...both('thigh-side-upper', 5),
      ...both('low-back', 5),
      ...both('forearm-back', 4),
    ],
    history: slowly(2000),
    is: 'caution',
    flag: 'ci-26',
  },
  'a groin of a footballer for a month': {
    person: man(24),
    pain: [
      ['groin', 'left', 5],
      ['thigh-inner-upper', 'left', 4],
    ],
    history: slowly(30),
    is: 'quiet',
  },
}
