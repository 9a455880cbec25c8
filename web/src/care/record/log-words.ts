/** What was kept, told line by line: for whoever has to see what was recorded when, and changed since. */
import type { CareEvent } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { flagName, tickedName } from '../papers/names.ts'
import { lowerFirst, spotWord } from '../words.ts'

const signWords = {
  tautBand: 'tight band',
  tender: 'tender',
  familiarPain: 'familiar pain',
  referredPain: 'travels',
  twitch: 'twitch',
} as const

const answerWords = { yes: 'yes', no: 'no', unsure: 'not sure' } as const

const whoWords = {
  doctor: 'a doctor',
  physiotherapist: 'a physiotherapist',
  'other-clinician': 'another clinician',
} as const

/** One line for an event, without what a tap of a running session did: those are counted. */
export function lineOf(event: CareEvent, knowledge: Knowledge): string | null {
  switch (event.kind) {
    case 'person-added':
      return 'Added to this device.'
    case 'person-changed':
      return `Changed: ${Object.keys(event)
        .filter((key) => ['name', 'ageYears', 'sex'].includes(key))
        .map((key) => ({ name: 'name', ageYears: 'age', sex: 'sex' })[key as 'name'])
        .join(', ')}.`
    case 'intended-use-read':
      return 'Read what this is for.'
    case 'episode-opened':
      return 'Begun anew: what was recorded before belongs to an earlier complaint.'
    case 'history-told':
      return 'Told how it began and what plays a part.'
    case 'drawing-saved':
      return 'Drawing kept.'
    case 'answered': {
      const question = knowledge.questions.find((one) => one.id === event.question)?.text ?? 'A question'
      return `${question} ${event.answer === null ? 'Taken back.' : `Answer: ${answerWords[event.answer]}.`}`
    }
    case 'places-named':
      return event.places.length === 0 ? 'Place: nobody can say.' : `Place told (${event.places.length}).`
    case 'condition-told':
      return `${event.holds ? 'Told' : 'Taken back'}: ${lowerFirst(tickedName(knowledge, event.record))}.`
    case 'screen-begun':
      return event.form === 'full' ? 'All questions asked.' : 'Short questions asked.'
    case 'screened':
      return `Decision: ${event.decision}${event.flags.length === 0 ? '' : `, because of ${flags(event.flags, knowledge)}`}.`
    case 'caution-accepted':
      return `Gone on with care, because of ${flags(event.flags, knowledge)}. Reason: ${event.reason}`
    case 'stop-cleared':
      return `Looked at by ${whoWords[event.who]}: ${flags(event.flags, knowledge)}. ${event.reason}`
    case 'finding-recorded': {
      const value = event.value === null ? 'taken back' : event.value ? 'yes' : 'no'
      return `${spotWord(knowledge, event.spot)}: ${signWords[event.sign]}, ${value}.`
    }
    case 'measured':
      return measured(event, knowledge)
    case 'measure-withdrawn':
      return 'A measure taken back.'
    case 'plan-made':
      return `${event.because === 'first' ? 'Plan made' : 'Plan made again'}: ${event.plan.points
        .map((one) => lowerFirst(spotWord(knowledge, one)))
        .join(', ')}.`
    case 'plan-changed':
      return `Plan changed by hand: ${fieldWords[event.field] ?? event.field}, ${event.from} to ${event.to}.`
    case 'session-started':
      return `Session begun, ${event.minutes} minutes.`
    case 'session-act':
      return null
    case 'session-ended':
      return event.why === 'finished' ? 'Session ended.' : 'Session ended early.'
    case 'followed-up':
      return event.report.abovePoints === undefined
        ? 'Told after the session: a serious sign.'
        : `Told after the session: soreness ${event.report.abovePoints} of 10 above the usual.`
    case 'note-written':
      return 'Note kept.'
    case 'note-signed':
      return `Note signed by ${event.by}.`
    case 'note-amended':
      return `Added to the note by ${event.by}.`
    case 'consent-told':
      return event.agreed ? 'Treatment explained, and they agreed.' : 'They did not agree to the treatment.'
  }
}

const fieldWords: Readonly<Record<string, string>> = {
  holdS: 'hold in seconds',
  restS: 'rest in seconds',
  reps: 'times',
  minutes: 'minutes a session',
  sessionsAWeek: 'sessions a week',
  restDays: 'days of rest',
  sessionsBeforeDecision: 'sessions before the next decision',
  order: 'order of a point',
  point: 'a point',
}

function flags(ids: readonly string[], knowledge: Knowledge): string {
  return ids.map((id) => lowerFirst(flagName(knowledge, id))).join('; ')
}

function measured(event: Extract<CareEvent, { kind: 'measured' }>, knowledge: Knowledge): string {
  const { instrument, values, spot } = event
  const where = spot === undefined ? '' : `, ${lowerFirst(spotWord(knowledge, spot))}`
  if (instrument === 'ppt') return `Pressure threshold${where}: ${Math.round(values.kPa ?? 0)} kPa.`
  if (instrument === 'rom') return `Movement measured: ${values.deg} degrees.`
  if (instrument === 'strength') return `Power${where}: ${values.grade} of 5.`
  const name = knowledge.instruments.find((one) => one.id === instrument)?.name ?? 'A questionnaire'
  return `${name}: ${Object.values(values).join(', ')}.`
}
