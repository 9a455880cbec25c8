/** What a screen finds: a value whose kind says whether there may be a plan. */
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ActionCode, Effect } from '../../knowledge/schema/screening.ts'

export type AtLeastOne<T> = readonly [T, ...T[]]

export type Within = 'now' | 'today' | 'weeks'

/** One reason for care: what was found, what must be done, what it changes on the body. */
export type Flag = {
  /** Id of a red flag, condition, medicine or pregnancy record; of a question that no record takes up; or `unanswered`. */
  readonly id: string
  readonly because: string
  readonly action: ActionCode
  /** What the person is told to do. */
  readonly say: string
  readonly within?: Within
  /** It rests on a "not sure" or on something that nobody knows. */
  readonly unsure: boolean
  readonly effects: readonly Effect[]
  /** Questions whose answers can have raised it; named places of an answer belong to its effects. */
  readonly asked: readonly string[]
}

export type Clear = { readonly kind: 'clear'; readonly flags: readonly []; readonly unanswered: readonly [] }
export type Caution = {
  readonly kind: 'caution'
  readonly flags: AtLeastOne<Flag>
  /** Questions that matter for this case and have no answer yet. */
  readonly unanswered: readonly string[]
}
export type Refer = {
  readonly kind: 'refer'
  readonly within: 'today' | 'weeks'
  readonly flags: AtLeastOne<Flag>
  readonly unanswered: readonly string[]
  /** Whole sentences for the screen; nothing else is offered. */
  readonly whatToDo: AtLeastOne<string>
}
export type Emergency = {
  readonly kind: 'emergency'
  readonly within: 'now'
  readonly flags: AtLeastOne<Flag>
  readonly unanswered: readonly string[]
  readonly whatToDo: AtLeastOne<string>
}

export type Screening = Clear | Caution | Refer | Emergency

/** Past a referral or an emergency there is no plan: functions that plan take this and nothing wider. */
export type Plannable = Exclude<Screening, { readonly kind: 'refer' | 'emergency' }>

export function mayPlan(screening: Screening): screening is Plannable {
  return screening.kind === 'clear' || screening.kind === 'caution'
}

/** The screening that these flags make, the strictest first; flags of one action stay in their order. */
export function screeningOf(given: readonly Flag[], unanswered: readonly string[], words: ActionWords): Screening {
  const [first, ...rest] = [...given].sort((a, b) => rankOf(b.action) - rankOf(a.action))
  if (first === undefined) return { kind: 'clear', flags: [], unanswered: [] }
  const flags: AtLeastOne<Flag> = [first, ...rest]
  const kind = kindOfAction(first.action)
  if (kind === 'caution') return { kind, flags, unanswered }
  const whatToDo = sentences(flags, first.action, words)
  if (kind === 'emergency') return { kind, within: 'now', flags, unanswered, whatToDo }
  return { kind, within: first.action === 'STOP_SAME_DAY' ? 'today' : 'weeks', flags, unanswered, whatToDo }
}

/** The sentence of the action, then what each flag of that strictness says, each once. */
function sentences(flags: AtLeastOne<Flag>, action: ActionCode, words: ActionWords): AtLeastOne<string> {
  const said = flags.filter((flag) => flag.action === action).map((flag) => flag.say)
  return [sentenceOfAction(action, words), ...new Set(said)]
}

/** From mildest (0) to strictest. */
export function rankOf(action: ActionCode): number {
  return actions.indexOf(action)
}

/** From mildest to strictest; the index is the rank. */
export const actions: readonly ActionCode[] = [
  'CAUTION',
  'MODIFY',
  'CLINICIAN_ONLY',
  'BLOCK_REGION',
  'STOP_REFER',
  'STOP_SAME_DAY',
  'STOP_EMERGENCY',
]

export function kindOfAction(action: ActionCode): 'caution' | 'refer' | 'emergency' {
  if (action === 'STOP_EMERGENCY') return 'emergency'
  return action === 'STOP_SAME_DAY' || action === 'STOP_REFER' ? 'refer' : 'caution'
}

export function withinOfAction(action: ActionCode): Within | undefined {
  if (action === 'STOP_EMERGENCY') return 'now'
  if (action === 'STOP_SAME_DAY') return 'today'
  return action === 'STOP_REFER' ? 'weeks' : undefined
}

/** The words of `knowledge/actions`. */
export type ActionWords = Pick<Knowledge, 'actions'>

/** What every flag of this action says first. Throws if the knowledge was never checked and has no words for it. */
export function sentenceOfAction(action: ActionCode, { actions }: ActionWords): string {
  const words = actions.find((one) => one.code === action)
  if (words === undefined) throw new Error(`knowledge/actions has no words for ${action}`)
  return words.say
}
