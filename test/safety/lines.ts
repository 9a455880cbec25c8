/**
 * The reference, 4.1 to 4.5, line by line: what it says in short, and for a red flag somebody in whom it is so, with
 * the action that must follow. `docs/knowledge-review/screening-lines.md` is made of it.
 */
import type { SafetyAsked } from '../../src/core/safety/asked.ts'
import type { ActionCode } from '../../src/knowledge/schema/screening.ts'

type Row = readonly [said: string, asked: SafetyAsked, is: ActionCode]

/** "low-back left 8 numb": a place with its side, and if told its intensity and qualities. */
const at = (...places: string[]): SafetyAsked['pain'] =>
  places.map((place) => {
    const [region = '', side, intensity, ...quality] = place.split(' ')
    return {
      region,
      side: side === 'left' || side === 'right' ? side : null,
      ...(intensity === undefined ? {} : { intensity: Number(intensity) }),
      quality,
    }
  })
type More = Partial<SafetyAsked>
const who = (ageYears: number, sex: 'female' | 'male' = 'male'): More => ({ person: { ageYears, sex } })
const slow = (durationDays: number): More => ({ history: { onset: 'gradual', durationDays } })
const sudden = (durationDays: number): More => ({ history: { onset: 'sudden', durationDays } })
const injury = (durationDays: number): More => ({ history: { onset: 'injury', durationDays } })
const yes = (...ids: string[]): More => ({ answers: Object.fromEntries(ids.map((id) => [id, 'yes' as const])) })
const ticked = (...ids: string[]): More => ({ conditions: ids.map((id) => ({ id })) })
const drawn = (pain: SafetyAsked['pain'], ...more: More[]): SafetyAsked =>
  Object.assign(
    { pain, person: { ageYears: 35, sex: 'male' }, history: { onset: 'gradual', durationDays: 40 } },
    ...more,
  )
const told = (...more: More[]): SafetyAsked => drawn(at('forearm-back right 4'), ...more)
const now = 'STOP_EMERGENCY'
const today = 'STOP_SAME_DAY'
const weeks = 'STOP_REFER'
const block = 'BLOCK_REGION'
const care = 'CAUTION'

export const redFlagLines: Readonly<Record<string, readonly Row[]>> = {
  'rf-01': [
    ['saddle numbness, by answer', told(yes('saddle-numbness')), now],
    ['urine: retention, incontinence, lost urge', told(yes('bladder-change')), now],
    ['bowel incontinence', told(yes('bowel-change')), now],
    ['new sexual dysfunction', told(yes('sexual-numbness')), now],
    ['both legs pain, weak or numb, by answer', told(yes('both-legs')), now],
    ['saddle painted numb', drawn(at('perineum - 1 numb')), now],
    [
      'back and both feet painted numb, new',
      drawn(at('low-back left', 'heel left 1 numb', 'heel right 1 numb'), slow(30)),
      now,
    ],
    [
      'back and both legs down to the calf painted, new',
      drawn(
        at('low-back left', 'thigh-back-upper left', 'thigh-back-upper right', 'calf-upper left', 'calf-upper right'),
        slow(30),
      ),
      today,
    ],
    [
      'both legs painted numb, new, without the back',
      drawn(at('shin left 1 numb', 'shin right 1 numb'), slow(30)),
      today,
    ],
    [
      'back and both legs painted, for longer',
      drawn(at('low-back left', 'calf-upper left', 'calf-upper right'), slow(31)),
      care,
    ],
  ],
  'rf-02': [
    ['past cancer and new pain of the spine', drawn(at('mid-back left'), slow(84), yes('cancer-ever')), today],
    ['cancer now and pain at night', drawn(at('low-back left'), slow(400), ticked('ci-13'), yes('night-pain')), today],
    ['cancer and unsteady legs', drawn(at('neck-back left'), slow(400), yes('cancer-ever', 'unsteady-walking')), today],
  ],
  'rf-03': [
    ['history of cancer and lost weight', told(yes('cancer-ever', 'weight-loss')), weeks],
    ['constant night pain and a growing lump', told(yes('night-pain', 'growing-lump')), weeks],
    ['over 50 with new pain, and lost weight', told(who(51), slow(42), yes('weight-loss')), weeks],
    ['one sign alone', told(yes('weight-loss')), care],
  ],
  'rf-04': [
    ['back pain and fever', drawn(at('low-back left'), yes('fever')), today],
    ['back pain and a risk of infection', drawn(at('mid-back left'), yes('back-infection-risk')), today],
    ['back pain and immunosuppression, ticked', drawn(at('mid-back left'), ticked('dr-10')), today],
    ['a risk of infection alone', told(yes('back-infection-risk')), care],
  ],
  'rf-05': [
    ['confused, mottled, fast breath', told(yes('confused-mottled')), now],
    ['fever from 38 °C, rigors, very unwell', told(yes('fever')), today],
  ],
  'rf-06': [
    ['major trauma', told(injury(5), yes('major-accident')), today],
    ['minor trauma from 65', drawn(at('mid-back left'), who(65), injury(5)), today],
    ['minor trauma with osteoporosis', drawn(at('low-back left'), injury(5), ticked('ci-15')), today],
    ['minor trauma with steroids', drawn(at('low-back left'), injury(5), ticked('dr-03')), today],
    ['sudden mid-back pain from 65', drawn(at('mid-back left'), who(65), sudden(30)), today],
    ['sudden back pain with osteoporosis', drawn(at('low-back left'), sudden(30), ticked('ci-15')), today],
    ['sudden mid-back pain or lost height, by answer', told(yes('sudden-back-or-shorter')), today],
    ['a small fall alone', told(yes('minor-fall')), care],
  ],
  'rf-07': [
    ['neck injury from 65', drawn(at('neck-back left'), who(65), injury(42)), now],
    ['neck injury, dangerous mechanism', drawn(at('neck-back left'), injury(2), yes('major-accident')), now],
    ['neck injury, limb painted tingling', drawn(at('neck-back left', 'palm left 1 tingling'), injury(2)), now],
    ['neck injury, limb tingling, by answer', told(yes('neck-injury-tingling')), now],
    ['cannot turn the head', told(yes('neck-cannot-turn')), now],
    ['neck injury of earlier years', drawn(at('neck-back left'), who(70), injury(43)), care],
  ],
  'rf-08': [
    ['cannot take four steps', told(yes('cannot-bear-weight')), today],
    ['bony point tenderness', told(yes('bone-tender-injury')), today],
    ['load pain after a training spike', told(yes('stress-pain')), weeks],
  ],
  'rf-09': [
    ['pressure with effort, sweat, sickness, short breath', told(yes('chest-pressure')), now],
    ['chest and left arm, suddenly', drawn(at('sternum -', 'upper-arm-inner left'), sudden(14)), now],
    [
      'chest and both arms, since today',
      drawn(at('sternum -', 'upper-arm-front left', 'upper-arm-front right'), slow(1)),
      now,
    ],
    ['chest and jaw, since today', drawn(at('sternum -', 'jaw-angle right'), slow(1)), now],
    ['chest and upper back from 40, suddenly', drawn(at('sternum - 4', 'interscapular left'), who(40), sudden(3)), now],
    ['tight chest from 40, since today', drawn(at('sternum - 4 tight'), who(40), slow(1)), now],
    ['chest and left arm from 40, new', drawn(at('sternum -', 'upper-arm-inner left'), who(40), slow(30)), today],
    [
      'chest and right arm from 40, suddenly',
      drawn(at('sternum -', 'upper-arm-inner right'), who(40), sudden(3)),
      today,
    ],
    ['jaw and left arm, suddenly', drawn(at('jaw-angle left', 'upper-arm-inner left'), sudden(14)), today],
    ['chest and left arm for months', drawn(at('sternum -', 'upper-arm-inner left'), slow(90)), care],
    ['chest and left shoulder strained today', drawn(at('chest-upper left', 'shoulder-front left'), injury(0)), care],
  ],
  'rf-10': [
    ['sudden tearing pain, or a faint with it', told(yes('tearing-pain')), now],
    ['pulse difference', told(yes('pulse-difference')), now],
    ['chest and back, sudden, from 8', drawn(at('sternum - 8', 'interscapular left'), sudden(3)), now],
    [
      'between the shoulder blades, sudden, from 9, from 40',
      drawn(at('interscapular left 9'), who(40), sudden(1)),
      now,
    ],
  ],
  'rf-11': [
    ['severe, or a faint', told(yes('belly-back-severe-faint')), now],
    ['belly and loin from 60, sudden, from 8', drawn(at('umbilical - 8', 'low-back left'), who(60), sudden(3)), now],
    ['pulsating belly', told(yes('belly-pulse')), today],
    ['belly and loin from 60, new', drawn(at('umbilical -', 'low-back left'), who(60), slow(14)), today],
    ['loin of a man from 60, sudden, from 8', drawn(at('flank left 8'), who(60), sudden(3)), today],
    ['loin from 60, sudden', drawn(at('flank left'), who(60), sudden(14)), care],
  ],
  'rf-12': [
    ['sudden pain on breathing, short breath, blood', told(yes('breath-pain')), now],
    ['after a needle or a blow to the chest', drawn(at('chest-side left'), sudden(3), yes('chest-needle-blow')), today],
    ['sharp chest, sudden', drawn(at('chest-side left 4 sharp'), sudden(3)), care],
  ],
  'rf-13': [
    ['one limb swollen, warm, painful', told(yes('limb-swelling')), today],
    [
      'risk (operation, bed, travel, hormones, past clot) and calf',
      drawn(at('calf-upper left'), yes('clot-risk')),
      block,
    ],
    ['cancer and calf', drawn(at('calf-upper left'), ticked('ci-13')), block],
    ['pregnancy and calf', drawn(at('calf-upper left'), yes('pregnant')), block],
    ['hormones and calf (DR-13)', drawn(at('calf-upper left'), ticked('dr-13')), block],
    ['one calf painted', drawn(at('calf-upper left')), care],
    ['a risk alone', told(yes('clot-risk')), care],
  ],
  'rf-14': [
    ['neck or head with one of the 5 Ds, numb face, Horner, tinnitus', told(yes('neck-artery-signs')), now],
    ['sudden or unusual with dizziness or nausea', told(yes('neck-head-sudden', 'dizzy-sick')), now],
    ['sudden or unusual with ataxia', told(yes('neck-head-sudden', 'unsteady-walking')), now],
    [
      'neck and head, sudden or after an injury, from 8',
      drawn(at('neck-side left 8', 'temple left'), injury(7)),
      today,
    ],
    ['sudden or unlike any other', told(yes('neck-head-sudden')), block],
    ['neck and head painted, sudden', drawn(at('neck-side left', 'temple left'), sudden(14)), block],
    ['neck painted, sudden', drawn(at('neck-side left'), sudden(14)), care],
  ],
  'rf-15': [
    ['face droop, arm weak, speech', told(yes('face-arm-speech')), now],
    ['sudden loss of sight', told(yes('sudden-vision-loss')), now],
    ['face and arm of one side painted numb', drawn(at('cheek left 1 numb', 'palm left 1 numb'), sudden(3)), now],
    ['face painted numb, sudden', drawn(at('cheek left 1 numb'), sudden(3)), today],
  ],
  'rf-16': [
    ['from 50, headache and lost sight', drawn(at('temple left'), who(50), yes('sudden-vision-loss')), now],
    ['from 50, new, jaw on chewing', drawn(at('temple left'), who(50), slow(10), yes('jaw-chewing-pain')), today],
    ['from 50, new, scalp tender', drawn(at('temple left'), who(50), slow(10), yes('scalp-tender')), today],
    ['from 50, new, fever', drawn(at('temple left'), who(50), slow(10), yes('fever')), today],
    ['from 50, new, lost weight', drawn(at('temple left'), who(50), slow(10), yes('weight-loss')), today],
    ['from 50, new, polymyalgia', drawn(at('temple left'), who(50), slow(10), yes('shoulders-stiff-morning')), today],
    ['from 50, temple painted', drawn(at('temple left'), who(50)), care],
  ],
  'rf-17': [
    [
      'from 50, both shoulders or hips, stiff 45 min, under 12 weeks',
      told(who(50), yes('shoulders-stiff-morning')),
      weeks,
    ],
    [
      'from 50, both shoulders painted, under 12 weeks',
      drawn(at('shoulder-side left', 'shoulder-side right'), who(50), slow(84)),
      care,
    ],
  ],
  'rf-18': [
    ['peak within minutes, worst ever', told(yes('thunderclap')), now],
    ['fever and stiff neck, rash, focal', told(yes('headache-fever-stiff')), now],
    ['head painted from 9, sudden, today', drawn(at('vertex - 9'), sudden(1)), now],
    ['new after 50, progressive, lying or coughing, cancer, HIV, pregnancy', told(yes('headache-new-pattern')), today],
    ['after a blow, by answer', told(yes('headache-after-injury')), today],
    ['after an injury, by history', drawn(at('forehead left'), injury(14)), today],
    ['new after 50, painted', drawn(at('forehead left'), who(51), slow(30)), care],
  ],
  'rf-19': [
    ['two signs, rapid', told(yes('clumsy-hands', 'unsteady-walking', 'nerve-worse')), today],
    [
      'both hands and both legs painted numb, new',
      drawn(at('palm left 1 numb', 'palm right 1 numb', 'arch left 1 numb', 'arch right 1 numb'), slow(30)),
      today,
    ],
    [
      'two signs (clumsy hands, gait, Lhermitte, both sides, reflexes)',
      told(yes('shock-down-spine', 'brisk-reflexes')),
      weeks,
    ],
    [
      'both hands painted numb, and one sign',
      drawn(at('palm left 1 numb', 'palm right 1 numb'), yes('clumsy-hands')),
      weeks,
    ],
    ['one sign', told(yes('both-hands-numb')), care],
  ],
  'rf-20': [
    ['foot drop, grip loss', told(yes('weak-limb')), today],
    ['power of 3 of 5 or less', told(yes('power-three')), today],
    ['spreading numbness', told(yes('nerve-worse')), today],
    ['new numbness since the last time', told(yes('new-numbness')), today],
  ],
  'rf-21': [
    ['below elbow or knee, dermatomal, by answer', told(yes('limb-tingling')), weeks],
    ['tests positive, sensation reduced', told(yes('nerve-test-positive')), weeks],
    ['buttock and foot painted, numb below', drawn(at('buttock-upper left', 'foot-outer left 1 numb')), weeks],
    ['neck and hand painted, tingling below', drawn(at('neck-side left', 'palm left 1 tingling')), weeks],
    ['a limb painted electric', drawn(at('shin left 1 electric')), care],
  ],
  'rf-22': [
    ['hot red swollen joint', told(yes('hot-joint')), today],
    ['hip or knee of a child, from 7', drawn(at('groin left 7'), who(15), slow(14)), today],
    ['hip or knee of a child', drawn(at('knee-front left'), who(15), slow(90)), weeks],
  ],
  'rf-23': [
    ['out of proportion, blisters, fever', told(yes('redness-severe')), now],
    ['spreading redness', told(yes('spreading-redness')), today],
  ],
  'rf-24': [
    ['tense limb, pain on stretch', told(yes('tense-limb')), now],
    ['limb from 8 and numb, after an injury', drawn(at('shin left 8', 'foot-top left 1 numb'), injury(3)), now],
    ['limb from 8 after an injury', drawn(at('shin left 8'), injury(3)), care],
  ],
  'rf-25': [
    ['cold, pale, pulseless', told(yes('limb-cold-pale')), now],
    ['calf at a fixed distance, eased by rest', told(yes('walking-calf-pain')), weeks],
  ],
  'rf-26': [['sore, swollen, weak and dark urine', told(yes('dark-urine')), now]],
  'rf-27': [
    ['colic, fever, blood', told(yes('flank-colic')), today],
    ['loin from 7 to groin, sudden', drawn(at('flank left 7', 'groin left'), sudden(3)), today],
  ],
  'rf-28': [
    ['severe or faint', told(yes('belly-back-severe-faint')), now],
    ['belly from 9, sudden', drawn(at('epigastrium - 9'), sudden(1)), now],
    [
      'left shoulder tip and ribs from 8 after an injury',
      drawn(at('shoulder-top left', 'rib-margin left 8'), injury(14)),
      now,
    ],
    ['right shoulder blade after meals', told(yes('meal-belly-pain')), today],
    [
      'right upper belly from 7 and shoulder blade',
      drawn(at('abdomen-upper right 7', 'scapula right'), slow(30)),
      today,
    ],
    ['boring from belly to back', drawn(at('epigastrium - 7', 'mid-back left'), slow(14)), today],
    [
      'left shoulder tip and ribs after an injury',
      drawn(at('shoulder-top left', 'rib-margin left'), injury(20)),
      today,
    ],
    ['right upper belly and shoulder blade', drawn(at('abdomen-upper right', 'scapula right'), slow(300)), care],
  ],
  'rf-29': [
    ['possible pregnancy, one-sided or shoulder tip, bleeding', told(yes('pregnancy-pelvic')), now],
    ['low belly from 8, sudden, 12 to 55', drawn(at('suprapubic - 8'), who(55, 'female'), sudden(1)), now],
    [
      'low belly and shoulder tip, sudden',
      drawn(at('suprapubic -', 'shoulder-top right'), who(12, 'female'), sudden(3)),
      now,
    ],
    ['low belly in the first twelve weeks', drawn(at('abdomen-lower left'), yes('pregnant-early')), now],
    ['low belly in a pregnancy', drawn(at('abdomen-lower left'), yes('pregnant')), today],
  ],
  'rf-30': [
    ['sudden testicular pain', told(yes('testicle-pain')), now],
    ['irreducible hernia', told(yes('hernia-stuck')), now],
    ['between the legs of a man from 7, sudden', drawn(at('perineum - 7'), sudden(1)), now],
    ['groin from 8, sudden', drawn(at('groin left 8'), sudden(1)), today],
    ['groin of a man up to 25 from 6, sudden', drawn(at('groin left 6'), who(25), sudden(1)), today],
  ],
  'rf-31': [['shoulder and inner arm with hand wasting or Horner', told(yes('lung-apex')), weeks]],
  'rf-32': [
    [
      'two of: stiff and better with moving, second half of the night, psoriasis …',
      told(yes('morning-stiff-moving', 'wakes-second-half')),
      weeks,
    ],
    ['one of them', told(yes('psoriasis-eye-bowel')), care],
  ],
  'rf-33': [['symmetric proximal weakness', told(yes('weak-both-sides')), weeks]],
  'rf-34': [['out of proportion with colour, warmth, sweat', told(yes('limb-colour-sweat')), weeks]],
  'rf-35': [
    ['band with a rash', told(yes('band-rash')), today],
    [
      'burning band of one side painted, new',
      drawn(at('chest-side left 3 burning', 'mid-back left 3 burning'), slow(14)),
      block,
    ],
  ],
  'rf-36': [
    ['need to hold the head; lump and numb face after an injury', told(yes('head-needs-holding')), today],
    [
      'rheumatoid arthritis or Down with neck pain and a sign',
      drawn(at('neck-back left'), ticked('ci-25'), yes('dizzy-sick')),
      today,
    ],
    [
      'Ehlers-Danlos with neck pain and a sign',
      drawn(at('neck-back left'), ticked('ci-24'), yes('unsteady-walking')),
      today,
    ],
  ],
  'rf-37': [
    ['swelling, fever, trismus', told(yes('jaw-swelling-fever')), today],
    ['electric attacks, teeth, ear', told(yes('face-attacks')), weeks],
  ],
  'rf-38': [
    ['pulsating', told(yes('pulsating-lump')), today],
    ['growing since the last session', told(yes('growing-bruise')), today],
    ['new, growing, hard, fixed', told(yes('growing-lump')), weeks],
  ],
  'rf-39': [['thoughts of self-harm', told(yes('self-harm')), today]],
  'rf-40': [['unexplained injuries, fear, coercion', told(yes('unexplained-injuries')), care]],
  'rf-41': [
    ['constant for over six weeks, never varies', told(yes('constant-pain')), weeks],
    ['no tender spot, from 42 days', told(slow(42), yes('no-tender-spot')), weeks],
    ['no tender spot, newer', told(slow(41), yes('no-tender-spot')), care],
  ],
  'rf-42': [
    ['ulcer, hot foot', told(yes('foot-ulcer-hot')), today],
    ['foot painted numb', drawn(at('heel left 1 numb')), block],
  ],
}

/** 4.0: what it says, where that is, and which test proves it. */
export const logic: readonly (readonly [said: string, where: string, test: string])[] = [
  [
    'emergency: full stop, no plan, no session, no button to go on',
    '`mayPlan`, `gateOf`, the emergency page',
    'journeys/care-safety, safety/laws',
  ],
  ['same day: blocked until a clearance is recorded', '`standing.ts`, `stop-cleared`', 'service/stops'],
  ['refer: no pressure, a summary to take along', '`Plannable`, the letter', 'journeys/care-safety'],
  [
    'blocked, modified, clinician only: applied by itself',
    '`permissions.ts`, `limits.ts`',
    'safety/permissions, safety/lines',
  ],
  ['caution: warn, ask, log', '`caution-accepted`', 'service/stops, journeys/care-safety'],
  [
    'short form before each session, full one every 28 days or when worse',
    '`screenDue`, `isFullScreenDue`',
    'safety/screen, service/stops',
  ],
  ['not sure counts as yes', '`facts.ts`', 'safety/every-rule, safety/laws'],
  ['highest action wins, nothing is lowered by itself', '`screeningOf`, `withStanding`', 'safety/laws, service/stops'],
  ['question version, answer, time, who cleared', 'events `answered`, `screened`, `stop-cleared`', 'care'],
  [
    'emergency text offline and by country',
    '`knowledge/actions`, `knowledge/emergency-numbers`',
    'knowledge/clinic-rules, journeys/care-offline',
  ],
  ['clusters for a referral, single items for emergencies', '`atLeast` in RF-03, RF-19, RF-32', 'safety/every-rule'],
]

/** Where the records say something else than the reference, and why. */
export const deviations: readonly (readonly [id: string, why: string])[] = [
  ['RF-02, RF-04, RF-05', 'what rests on how ill somebody feels can only be answered; a drawing alone never raises it'],
  ['RF-06, RF-07', 'an accident counts for 84 and 42 days (A-CLINIC-26); the reference names no time'],
  ['RF-09', 'right arm beside the chest raises its flag only when sudden; the reference names left and both'],
  [
    'RF-11',
    'from 60, the reference says over 60; a loin alone, not sudden or under 8 of 10, is a caution or nothing: else every new back pain after sixty is seen today',
  ],
  ['RF-13', 'a calf with a risk and without swelling, warmth or tenderness is left alone and watched, not sent'],
  [
    'RF-16, RF-18',
    'a painted temple or a new headache after fifty is a caution until the questions are answered; the answers stop',
  ],
  ['RF-19', 'two signs at any age, where the reference would wait for three of five with age over 45'],
  ['RF-22', 'hip and knee of a child are ours (A-CLINIC-27)'],
  ['RF-31', 'urgent means within days in its words; the action has only weeks'],
  [
    'RF-32',
    'two of three signs; age under 45 and three months choose who is asked (from 60 days, up to 60 years) and decide nothing',
  ],
  ['RF-35', 'without a rash the band is blocked and watched; the reference says the same day'],
  ['RF-40', 'told to a therapist only'],
  ['CI-01, CI-32, CI-40', '"stop for today" is a block of every place: nothing is sent to a doctor for a cold'],
  ['CI-16', 'every bleeding disorder is referred; the reference lets a clinician touch lightly under 50 x 10^9/L'],
  ['CI-18', 'twelve weeks for every operation; the reference says six for soft tissue'],
  ['CI-30', 'no carotid area and not alone is said; only the neck is taken from somebody alone'],
  ['PG-03', 'bleeding, leaking fluid and fewer movements are seen today; the reference says referred'],
  ['PG-05', 'flat on the back is avoided in the whole pregnancy; the reference says after about 20 weeks'],
]
