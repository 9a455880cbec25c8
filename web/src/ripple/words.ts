/** Plain words for what a ripple says. */
import type { Confidence, JointLoad, Knowledge, PostureChange, RippleReading, RippleShift, Side, Trouble } from 'unknot'
import { capital, muscleName } from '../naming.ts'

type Place = { readonly muscle: string; readonly part: string | null }

/** "gluteus medius": a name inside a sentence. Names of persons and vertebrae keep their capitals. */
export function lowerName(knowledge: Knowledge, { muscle, part }: Place): string {
  const name = muscleName(knowledge, muscle, part)
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** "Right gluteus medius". */
export function sidedName(knowledge: Knowledge, place: Place & { readonly side: Side }): string {
  return `${capital(place.side)} ${lowerName(knowledge, place)}`
}

const shares: readonly (readonly [number, string])[] = [
  [0.1, 'a tenth of its strength'],
  [0.2, 'a fifth of its strength'],
  [0.25, 'a quarter of its strength'],
  [0.5, 'half its strength'],
  [0.75, 'three quarters of its strength'],
]

/** "has half its strength", "is 10 % too short". */
export function stateWords({ state, degree }: Pick<Trouble, 'state' | 'degree'>): string {
  if (state === 'tight') return `is ${Math.round(100 * degree)} % too short`
  const left = 1 - degree
  if (left <= 0.001) return 'has no strength at all'
  if (left >= 0.999) return 'has its full strength'
  const known = shares.find(([share]) => Math.abs(share - left) < 0.005)
  return known === undefined ? `has ${Math.round(100 * left)} % of its strength` : `has only ${known[1]}`
}

const doing: Readonly<Record<string, (which: string) => string>> = {
  'arm-abduction': (which) => `while holding ${which} out to the side`,
  'arm-flexion': (which) => `while holding ${which} out in front`,
  bridge: () => 'in a bridge',
  'carry-one-hand': (which) => `while carrying a bag in ${which.replace('arm', 'hand')}`,
  'forward-bend': () => 'while bending forwards',
  'head-forward': () => 'while holding the head forwards',
  'head-lift': () => 'while lifting the head, lying on the back',
  'heel-raise': (which) => `while standing on the toes of ${which.replace('leg', 'foot').replace('feets', 'feet')}`,
  march: (which) => `while standing on ${which} with the other thigh lifted`,
  'overhead-reach': (which) => `while reaching overhead with ${which}`,
  'prone-hip-extension': (which) => `while lifting ${which} straight, lying on the front`,
  'side-lying-hip-abduction': (which) => `while lifting ${which}, lying on the other side`,
  'single-leg-stance': (which) => `while standing on ${which}`,
  'sit-to-stand': () => 'while getting up from a chair',
  squat: () => 'in a half squat',
  standing: () => 'while standing',
  'step-up': (which) => `while stepping up with ${which}`,
}

/** "while standing on the right leg". */
export function taskWords(knowledge: Knowledge, task: string, working: Side | 'both'): string {
  const record = knowledge.tasks.find(({ id }) => id === task)
  const limb = record?.workingIs === 'arm' ? 'arm' : 'leg'
  const both = limb === 'arm' ? 'both arms' : task === 'heel-raise' ? 'both feet' : 'both legs'
  const which = working === 'both' ? both : `the ${working} ${limb}`
  return doing[task]?.(which) ?? `in: ${record?.name.toLowerCase() ?? task}`
}

export function listWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** "If the right gluteus medius has only half its strength while standing on the right leg". */
export function conditionWords(
  knowledge: Knowledge,
  asked: { readonly trouble: readonly Trouble[]; readonly task: string; readonly working: Side | 'both' },
): string {
  const each = asked.trouble.map((one) => `the ${one.side} ${lowerName(knowledge, one)} ${stateWords(one)}`)
  return `If ${listWords(each)} ${taskWords(knowledge, asked.task, asked.working)}`
}

/**
 * At most three muscles, each once; the side is said where it is not the troubled one's.
 *
 * `sure`: all ways of answering agree that they are among the first. `likely`: most do.
 */
export function takersWords(
  knowledge: Knowledge,
  reading: RippleReading,
  trouble: readonly Trouble[],
): { readonly sure: readonly string[]; readonly likely: readonly string[] } {
  const named = new Map<string, boolean>()
  const side = trouble[0]!.side
  const leaders = reading.leaders.length > 0 ? reading.leaders : reading.takesOver.slice(0, 2)
  for (const shift of leaders) {
    const record = knowledge.muscles.find(({ id }) => id === shift.muscle)
    // "if the upper trapezius is weak, the trapezius takes over" would say nothing
    const isSameMuscle = trouble.some((one) => one.muscle === shift.muscle && one.side === shift.side)
    const part = isSameMuscle || record?.parts.length === 1 ? shift.part : null
    const name = lowerName(knowledge, { muscle: shift.muscle, part })
    const words = shift.side === side ? name : `the ${shift.side} ${name}`
    const isSure = 'firstThree' in shift && shift.firstThree === 'always'
    if (!named.has(words) && named.size < 3) named.set(words, isSure)
  }
  const pick = (sure: boolean) => [...named].flatMap(([words, isSure]) => (isSure === sure ? [words] : []))
  return { sure: pick(true), likely: pick(false) }
}

const joints: Readonly<Record<string, string>> = {
  ankle: 'ankle',
  neck: 'foot of the neck (C7 on T1)',
  head: 'skull on the neck',
  elbow: 'elbow',
  hip: 'hip',
  knee: 'knee',
  lumbar: 'middle of the low back (L3 on L4)',
  lumbosacral: 'lowest joint of the back (L5 on the sacrum)',
  scapula: 'shoulder blade at the collar bone',
  shoulder: 'shoulder joint',
  sternoclavicular: 'collar bone at the breastbone',
  subtalar: 'joint below the ankle',
  thoracolumbar: 'top of the low back (T12 on L1)',
}

export function jointName({ joint, side }: Pick<JointLoad, 'joint' | 'side'>): string {
  return capital(`${side ?? ''} ${joints[joint] ?? joint}`.trim())
}

/** "The trunk leans half a degree to the right". */
export function postureWords(change: PostureChange, leading: Side): string {
  const by = change.afterDeg - change.beforeDeg
  const size = Math.abs(by)
  const deg = size < 0.95 ? `${size.toFixed(1)} degrees` : size < 1.5 ? '1 degree' : `${Math.round(size)} degrees`
  const other = leading === 'left' ? 'right' : 'left'
  const way = (more: string, less: string) => (by > 0 ? more : less)
  switch (change.coordinate) {
    case 'trunk-lean':
      return `The trunk leans ${deg} to the ${way(leading, other)}`
    case 'trunk-flexion':
      return `The trunk ${way('bends forwards', 'straightens')} by ${deg}`
    case 'lumbar-extension':
      return `The low back ${way('arches', 'flattens')} by ${deg}`
    case 'pelvic-drop':
      return `The ${other} side of the pelvis ${way('drops', 'rises')} by ${deg}`
    case 'pelvic-tilt':
      return `The pelvis tips ${way('forwards', 'backwards')} by ${deg}`
    case 'head-forward':
      return `The head goes ${deg} ${way('further forwards', 'back')}`
    case 'scapula-elevation':
      return `The ${leading} shoulder ${way('rises', 'sinks')} by ${deg}`
    case 'hip-flexion':
      return `The hip ${way('bends', 'straightens')} by ${deg}`
    case 'knee-flexion':
      return `The knee ${way('bends', 'straightens')} by ${deg}`
    default:
      return `${capital(change.coordinate.replaceAll('-', ' '))}: ${deg} ${way('more', 'less')}`
  }
}

export const confidenceWords: Readonly<Record<Confidence, { readonly short: string; readonly long: string }>> = {
  high: {
    short: 'Firm',
    long: 'Another way of sharing load and three slightly different bodies all agree on the direction.',
  },
  medium: { short: 'Fair', long: 'All but one of the checks agree on the direction.' },
  low: { short: 'Unsure', long: 'The checks disagree, or the model knows this part of the body poorly.' },
}

/** "251 N more", "45 N less". */
export function changeWords({ beforeN, afterN }: Pick<RippleShift, 'beforeN' | 'afterN'>): string {
  const by = Math.round(afterN - beforeN)
  return by >= 0 ? `${by} N more` : `${-by} N less`
}

export function percentOf(share: number): string {
  return `${Math.round(100 * share)} %`
}
