/**
 * Holding one point: what the person feels, second by second, and what to say.
 *
 * A pure step over ratings, signs and the passing of time (clinical reference 3.2, LIVE-01 to LIVE-08). It is told
 * the seconds since the pressure began, so that it can be stopped, stored and taken up again. "Stop" always wins.
 */
import { type Doses, doseValue } from '../dose.ts'

export type HoldKind = 'clinician' | 'self' | 'sensitive'

export type HoldPlan = {
  readonly kind: HoldKind
  /** Wanted discomfort and the one never passed, 0 to 10. */
  readonly target: number
  readonly cap: number
  readonly holdS: number
  /** Where safety limits the time: never longer, whatever is felt. */
  readonly holdMaxS?: number | undefined
  /** Somebody alone is asked when they fall silent; so is everybody but a clinician if nothing is said here. */
  readonly isAlone?: boolean | undefined
}

export type NerveSign = 'sharp' | 'electric' | 'shooting' | 'pins-and-needles' | 'numb' | 'pulsing'
export type BodySign = 'dizzy' | 'faint' | 'nausea' | 'vision' | 'chest-pain' | 'breathless' | 'sudden-headache'
export type GuardSign = 'breath-holding' | 'grimace' | 'guarding'

export type HoldEvent =
  | { readonly kind: 'rating'; readonly atS: number; readonly value: number }
  | { readonly kind: 'sign'; readonly atS: number; readonly sign: NerveSign | BodySign | GuardSign }
  | { readonly kind: 'tick'; readonly atS: number }
  | { readonly kind: 'stop'; readonly atS: number }

export type HoldEnd =
  | 'released'
  | 'no-release'
  | 'too-much'
  | 'nerve-sign'
  | 'body-sign'
  | 'stopped'
  | 'not-found'
  | 'done'

export type Hold = {
  readonly plan: HoldPlan
  readonly target: number
  /** Share of the first pressure, 0 to 1. */
  readonly pressureShare: number
  readonly state: 'pressing' | 'waiting' | 'ended'
  readonly end: HoldEnd | null
  readonly firstRating: number | null
  readonly lastRating: number | null
  readonly lastRatingAtS: number
  /** Since when the rating has been above the cap, and well above the target. */
  readonly overCapSinceS: number | null
  readonly aboveTargetSinceS: number | null
  readonly easedTooMuch: number
  readonly relocated: boolean
  readonly fadeChecked: boolean
  readonly nerveSinceS: number | null
  readonly nerveAsked: boolean
}

export type HoldEffect =
  | { readonly kind: 'ease-off'; readonly rule: string; readonly newTarget: number; readonly say: string }
  | { readonly kind: 'ease-pressure'; readonly rule: string; readonly share: number; readonly say: string }
  | { readonly kind: 'cue-breath'; readonly rule: string; readonly newTarget: number; readonly say: string }
  | { readonly kind: 'pause-and-ask'; readonly rule: string; readonly say: string }
  | { readonly kind: 'relocate'; readonly rule: string; readonly say: string }
  | {
      readonly kind: 'end-point'
      readonly rule: string
      readonly end: HoldEnd
      readonly moveMm?: number
      readonly say: string
    }
  | { readonly kind: 'end-session'; readonly rule: string; readonly screenAgain: boolean; readonly say: string }

export type HoldStep = { readonly hold: Hold; readonly effects: readonly HoldEffect[] }

export function startHold(plan: HoldPlan): Hold {
  return {
    plan,
    target: plan.target,
    pressureShare: 1,
    state: 'pressing',
    end: null,
    firstRating: null,
    lastRating: null,
    lastRatingAtS: 0,
    overCapSinceS: null,
    aboveTargetSinceS: null,
    easedTooMuch: 0,
    relocated: false,
    fadeChecked: false,
    nerveSinceS: null,
    nerveAsked: false,
  }
}

/** The next state and what to say. After the end only lasting nerve signs and "stop" are still heard. */
export function stepHold(hold: Hold, event: HoldEvent, knowledge: Doses): HoldStep {
  if (event.kind === 'stop') {
    const say = 'Stopped. Take your hand away; say why when you are ready.'
    return ended(hold, 'stopped', [{ kind: 'end-session', rule: 'LIVE-08', screenAgain: false, say }])
  }
  if (event.kind === 'sign') return onSign(hold, event.sign, event.atS, knowledge)
  if (isNerveLasting(hold, event.atS, knowledge) && !hold.nerveAsked) {
    const say = 'Does it still tingle or feel numb?'
    return { hold: { ...hold, nerveAsked: true }, effects: [{ kind: 'pause-and-ask', rule: 'LIVE-03', say }] }
  }
  if (hold.state === 'ended') return { hold, effects: [] }
  return event.kind === 'rating'
    ? onRating(hold, event.value, event.atS, knowledge)
    : onTick(hold, event.atS, knowledge)
}

const nerveSigns: readonly string[] = ['sharp', 'electric', 'shooting', 'pins-and-needles', 'numb', 'pulsing']
const guardSigns: readonly string[] = ['breath-holding', 'grimace', 'guarding']

function onSign(hold: Hold, sign: NerveSign | BodySign | GuardSign, atS: number, knowledge: Doses): HoldStep {
  if (nerveSigns.includes(sign)) {
    if (isNerveLasting(hold, atS, knowledge)) {
      const say = 'It lasts too long. End the session here, and answer the questions on nerves.'
      return ended(hold, 'nerve-sign', [{ kind: 'end-session', rule: 'LIVE-03', screenAgain: true, say }])
    }
    const moveMm = doseValue(knowledge, 'live.move_mm')
    const say = 'Let go at once: that may be a nerve or a vessel. Move two centimetres or more, or leave this place.'
    const effects: readonly HoldEffect[] = [{ kind: 'end-point', rule: 'LIVE-03', end: 'nerve-sign', moveMm, say }]
    return ended({ ...hold, nerveSinceS: hold.nerveSinceS ?? atS }, 'nerve-sign', effects)
  }
  if (!guardSigns.includes(sign)) {
    const say = 'Stop the session now, and answer the safety questions.'
    return ended(hold, 'body-sign', [{ kind: 'end-session', rule: 'LIVE-04', screenAgain: true, say }])
  }
  if (hold.state === 'ended') return { hold, effects: [] }
  const target = Math.max(1, hold.target - 1)
  const say = 'A little lighter. Breathe out slowly.'
  return { hold: { ...hold, target }, effects: [{ kind: 'cue-breath', rule: 'LIVE-05', newTarget: target, say }] }
}

/** More than a minute after a nerve sign it is asked for again; if it is still there, the session ends. */
function isNerveLasting(hold: Hold, atS: number, knowledge: Doses): boolean {
  return hold.nerveSinceS !== null && atS - hold.nerveSinceS > doseValue(knowledge, 'live.nerve_persist_s')
}

function onRating(hold: Hold, value: number, atS: number, knowledge: Doses): HoldStep {
  const dose = (key: string) => doseValue(knowledge, key)
  const rated: Hold = {
    ...hold,
    state: 'pressing',
    firstRating: hold.firstRating ?? value,
    lastRating: value,
    lastRatingAtS: atS,
    overCapSinceS: value > hold.plan.cap ? (hold.overCapSinceS ?? atS) : null,
    aboveTargetSinceS: value >= hold.target + dose('live.above_target_points') ? (hold.aboveTargetSinceS ?? atS) : null,
  }
  if (value >= dose('pressure.stop.threshold')) return easeOff(rated)
  if (hold.firstRating === null && value <= dose('live.too_light')) return tooLight(rated)
  if (isReleased(rated, value, knowledge)) {
    const say = 'It has eased. Let go slowly, then test again.'
    return ended(rated, 'released', [{ kind: 'end-point', rule: 'release.rule', end: 'released', say }])
  }
  return onTick(rated, atS, knowledge)
}

/** Discomfort fell by two points or half, or to three or less, at the pressure with which it began. */
function isReleased(hold: Hold, value: number, knowledge: Doses): boolean {
  const dose = (key: string) => doseValue(knowledge, key)
  const first = hold.firstRating ?? value
  const isSamePressure = hold.pressureShare === 1 && hold.target === hold.plan.target
  const fall = first - value
  if (!isSamePressure || fall <= 0) return false
  return (
    fall >= dose('release.drop_points') ||
    fall >= first * dose('release.drop_share') ||
    value <= dose('release.rating_at_most')
  )
}

function easeOff(hold: Hold): HoldStep {
  const target = Math.max(1, hold.target - 2)
  const eased = { ...hold, target, overCapSinceS: null, aboveTargetSinceS: null }
  return { hold: eased, effects: [{ kind: 'ease-off', rule: 'LIVE-01', newTarget: target, say: 'Ease off now.' }] }
}

function tooLight(hold: Hold): HoldStep {
  if (hold.relocated) {
    const say = 'Nothing is felt here. Go on to the next point.'
    return ended(hold, 'not-found', [{ kind: 'end-point', rule: 'LIVE-07', end: 'not-found', say }])
  }
  const say = 'This is the wrong spot or too light. Look for it once more.'
  const again = { ...hold, relocated: true, firstRating: null }
  return { hold: again, effects: [{ kind: 'relocate', rule: 'LIVE-07', say }] }
}

function onTick(hold: Hold, atS: number, knowledge: Doses): HoldStep {
  const dose = (key: string) => doseValue(knowledge, key)
  if (hold.overCapSinceS !== null && atS - hold.overCapSinceS >= dose('live.over_cap_s')) return easeOff(hold)
  if (hold.aboveTargetSinceS !== null && atS - hold.aboveTargetSinceS >= dose('live.above_target_s'))
    return aboveTarget(hold)
  if (
    (hold.plan.isAlone ?? hold.plan.kind !== 'clinician') &&
    hold.state === 'pressing' &&
    atS - hold.lastRatingAtS > dose('live.silence_s')
  ) {
    const say = 'Pause. How strong is it, 0 to 10?'
    return { hold: { ...hold, state: 'waiting' }, effects: [{ kind: 'pause-and-ask', rule: 'LIVE-06', say }] }
  }
  return timeRules(hold, atS, knowledge)
}

function aboveTarget(hold: Hold): HoldStep {
  if (hold.easedTooMuch > 0) {
    const say = 'It keeps getting stronger. End this point.'
    return ended(hold, 'too-much', [{ kind: 'end-point', rule: 'LIVE-02', end: 'too-much', say }])
  }
  const target = Math.max(1, hold.target - 1)
  const eased = { ...hold, target, easedTooMuch: 1, aboveTargetSinceS: null }
  return { hold: eased, effects: [{ kind: 'ease-off', rule: 'LIVE-02', newTarget: target, say: 'Ease a little.' }] }
}

const lastSecond: Record<HoldKind, string> = {
  clinician: 'hold.no_release_s',
  self: 'hold.no_release_self_s',
  sensitive: 'hold.no_release_sensitive_s',
}

function timeRules(hold: Hold, atS: number, knowledge: Doses): HoldStep {
  if (atS >= doseValue(knowledge, lastSecond[hold.plan.kind])) {
    const say = 'It does not ease today. Let go; more force would not help.'
    return ended(hold, 'no-release', [{ kind: 'end-point', rule: 'no_release', end: 'no-release', say }])
  }
  if (atS >= (hold.plan.holdMaxS ?? Number.POSITIVE_INFINITY)) return done(hold)
  if (atS >= hold.plan.holdS && isFading(hold)) return done(hold)
  if (!hold.fadeChecked && atS >= doseValue(knowledge, 'hold.fade_check_s')) {
    const checked = { ...hold, fadeChecked: true }
    if (isFading(hold)) return { hold: checked, effects: [] }
    const share = doseValue(knowledge, 'hold.ease_share')
    const say = 'It has not eased yet: lighten to about two thirds and stay.'
    return {
      hold: { ...checked, pressureShare: share },
      effects: [{ kind: 'ease-pressure', rule: 'hold.fade_check_s', share, say }],
    }
  }
  return { hold, effects: [] }
}

function isFading({ firstRating, lastRating }: Hold): boolean {
  return firstRating !== null && lastRating !== null && lastRating < firstRating
}

function done(hold: Hold): HoldStep {
  const say = 'Time is up. Let go slowly, then test again.'
  return ended(hold, 'done', [{ kind: 'end-point', rule: 'hold.default_s', end: 'done', say }])
}

function ended(hold: Hold, end: HoldEnd, effects: readonly HoldEffect[]): HoldStep {
  return { hold: { ...hold, state: 'ended', end: hold.end ?? end }, effects }
}
