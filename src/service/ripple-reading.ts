/**
 * What an answer of the ripple says to a person: who takes over, who is spared, which joints carry more, how the posture
 * gives way, and what studies and clinicians' custom say beside it. Numbers and ids; the words are the app's.
 */
import type { Side } from '../core/units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { RippleEvidence, RippleTask } from '../knowledge/schema/model.ts'
import type {
  Confidence,
  JointLoad,
  MuscleLoad,
  PostureChange,
  RippleAnswer,
  RippleAsk,
  Trouble,
} from '../ripple/ask.ts'
import { rippleStrengths } from './ripple.ts'

export type RippleShift = {
  readonly muscle: string
  readonly part: string | null
  readonly side: Side
  readonly beforeN: number
  readonly afterN: number
  /** Of what the healthy muscle can pull, 0 to 1 and a little more where it is stretched. */
  readonly beforeShare: number
  readonly afterShare: number
  readonly confidence: Confidence
}

export type ComparedMuscle = {
  readonly muscle: string
  readonly part: string | null
  /** What it does in the answer; null where the answer is of another task. */
  readonly model: 'rises' | 'falls' | 'same' | null
}

export type ComparedEvidence = {
  readonly record: RippleEvidence
  readonly isThisTask: boolean
  /** Muscles that rose, by the publication. */
  readonly rose: readonly ComparedMuscle[]
  readonly unchanged: readonly ComparedMuscle[]
}

export type RippleReading = {
  /** False: nobody can hold this, so nothing below is said. */
  readonly held: boolean
  readonly troubled: readonly RippleShift[]
  /** The one that works harder by most of its own strength first. */
  readonly takesOver: readonly RippleShift[]
  /** Of these, the ones to name: among the first three by force in most or all ways of answering; the surest first. */
  readonly leaders: readonly (RippleShift & { readonly firstThree: 'always' | 'mostly' })[]
  readonly spared: readonly RippleShift[]
  readonly joints: readonly JointLoad[]
  readonly posture: readonly PostureChange[]
  readonly evidence: readonly ComparedEvidence[]
}

/** Less is not told from the model's roughness: newtons, share of strength, newtons and share of a joint's load, degrees. */
const least = { forceN: 5, share: 0.01, jointN: 15, jointShare: 0.03, deg: 0.2 }

export function readRipple(knowledge: Knowledge, ask: RippleAsk, answer: RippleAnswer): RippleReading {
  const evidence = evidenceOf(knowledge, ask, answer)
  if (!answer.held) {
    return { held: false, troubled: [], takesOver: [], leaders: [], spared: [], joints: [], posture: [], evidence }
  }
  const shifts = shiftsOf(knowledge, answer)
  const rise = (shift: RippleShift) => shift.afterShare - shift.beforeShare
  const isTold = (shift: RippleShift) =>
    Math.abs(shift.afterN - shift.beforeN) >= least.forceN && Math.abs(rise(shift)) >= least.share
  const others = shifts.filter((shift) => !isTroubled(ask.trouble, shift) && isTold(shift))
  const takesOver = others.filter((shift) => rise(shift) > 0).sort((a, b) => rise(b) - rise(a))
  return {
    held: true,
    troubled: shifts.filter((shift) => isTroubled(ask.trouble, shift)),
    takesOver,
    leaders: answer.takesOver.flatMap(({ firstThree, ...one }) => {
      const shift = takesOver.find(
        ({ muscle, part, side }) => muscle === one.muscle && part === one.part && side === one.side,
      )
      return shift === undefined || firstThree === 'sometimes' ? [] : [{ ...shift, firstThree }]
    }),
    spared: others.filter((shift) => rise(shift) < 0).sort((a, b) => rise(a) - rise(b)),
    joints: answer.joints
      .filter(
        ({ beforeN, afterN }) =>
          afterN - beforeN >= least.jointN && afterN - beforeN >= least.jointShare * Math.max(beforeN, 1),
      )
      .sort((a, b) => b.afterN - b.beforeN - (a.afterN - a.beforeN)),
    posture: answer.posture.filter(({ beforeDeg, afterDeg }) => Math.abs(afterDeg - beforeDeg) >= least.deg),
    evidence,
  }
}

/** Every muscle of an answer with its load as a share of its healthy strength: what colours the body. */
export function shiftsOf(knowledge: Knowledge, answer: RippleAnswer): RippleShift[] {
  const strengths = strengthByPart(knowledge)
  return answer.muscles.map((load) => {
    const strengthN = strengths.get(`${load.muscle} ${load.part ?? ''}`) ?? 1
    const { muscle, part, side, beforeN, afterN, confidence } = load
    return {
      ...{ muscle, part, side, beforeN, afterN, confidence },
      beforeShare: beforeN / strengthN,
      afterShare: afterN / strengthN,
    }
  })
}

const strengthsOf = new WeakMap<Knowledge, Map<string, number>>()

function strengthByPart(knowledge: Knowledge): Map<string, number> {
  let known = strengthsOf.get(knowledge)
  if (known === undefined) {
    const whole = rippleStrengths(knowledge).filter((line) => line.element === null)
    known = new Map(whole.map((line) => [`${line.muscle} ${line.part ?? ''}`, line.maxForceN]))
    strengthsOf.set(knowledge, known)
  }
  return known
}

type Place = { readonly muscle: string; readonly part: string | null; readonly side: Side }

export function isTroubled(trouble: readonly Trouble[], place: Place): boolean {
  return trouble.some(
    (one) => one.muscle === place.muscle && one.side === place.side && (one.part === null || one.part === place.part),
  )
}

function evidenceOf(knowledge: Knowledge, ask: RippleAsk, answer: RippleAnswer): ComparedEvidence[] {
  const side = ask.trouble[0]?.side ?? 'right'
  return knowledge.rippleEvidence
    .filter((record) => ask.trouble.some((one) => isAbout(record, one)))
    .map((record) => {
      const isThisTask = record.task === ask.task
      const compared = (muscles: readonly { muscle: string; part?: string | null | undefined }[]) =>
        muscles.map(({ muscle, part = null }) => ({
          muscle,
          part,
          model: isThisTask && answer.held ? directionOf(answer.muscles, muscle, part, side) : null,
        }))
      return { record, isThisTask, rose: compared(record.rose), unchanged: compared(record.unchanged ?? []) }
    })
}

function isAbout({ trouble }: RippleEvidence, asked: Trouble): boolean {
  const part = trouble.part ?? null
  return (
    trouble.muscle === asked.muscle &&
    trouble.state === asked.state &&
    (part === null || asked.part === null || part === asked.part)
  )
}

function directionOf(
  loads: readonly MuscleLoad[],
  muscle: string,
  part: string | null,
  side: Side,
): ComparedMuscle['model'] {
  const own = loads.filter((one) => one.muscle === muscle && one.side === side && (part === null || one.part === part))
  if (own.length === 0) return null
  const change = own.reduce((sum, one) => sum + one.afterN - one.beforeN, 0)
  if (Math.abs(change) < 1) return 'same'
  return change > 0 ? 'rises' : 'falls'
}

export type ChainLink = {
  readonly chain: Knowledge['chains'][number]
  /** Which end of the chain the troubled muscle stands at. */
  readonly end: 'from' | 'to'
}

/** Clinicians' custom that names a muscle: prompts to look, not findings. The better backed first. */
export function chainsOf(knowledge: Knowledge, muscle: string, part: string | null): ChainLink[] {
  const names = (muscles: readonly { muscle: string; part?: string | null | undefined }[]) =>
    muscles.some(
      (one) =>
        one.muscle === muscle && (part === null || one.part === undefined || one.part === null || one.part === part),
    )
  return knowledge.chains
    .flatMap((chain): ChainLink[] => {
      if (names(chain.from.muscles)) return [{ chain, end: 'from' }]
      return names(chain.to.muscles) ? [{ chain, end: 'to' }] : []
    })
    .sort((a, b) => b.chain.weight - a.chain.weight)
}

/** Parts of a muscle that the model can weaken by themselves; null where it does not have the muscle. */
export function rippleParts(knowledge: Knowledge, muscle: string): readonly string[] | null {
  const record = knowledge.modelMuscles.find((one) => one.muscle === muscle)
  if (record === undefined) return null
  return [...new Set(record.elements.flatMap((one) => (one.part === null ? [] : [one.part])))]
}

const taskOfArea: Readonly<Record<string, string>> = {
  head: 'head-lift',
  neck: 'head-lift',
  shoulder: 'arm-abduction',
  chest: 'arm-flexion',
  arm: 'arm-flexion',
  back: 'forward-bend',
  abdomen: 'head-lift',
  pelvis: 'march',
  hip: 'single-leg-stance',
  thigh: 'squat',
  leg: 'heel-raise',
}

/** The task to begin with: one that was studied with this trouble, else one that asks the muscle's part of the body. */
export function firstTask(knowledge: Knowledge, trouble: Trouble): RippleTask {
  const studied = knowledge.rippleEvidence.find((record) => isAbout(record, trouble))?.task
  const area = knowledge.muscles.find((one) => one.id === trouble.muscle)?.area ?? ''
  const wanted = studied ?? taskOfArea[area] ?? 'standing'
  return knowledge.tasks.find((task) => task.id === wanted) ?? knowledge.tasks[0]!
}
