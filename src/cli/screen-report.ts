/** A screening for eyes: the decision first, then why, then what is still open. */
import type { Model } from '../service/model.ts'
import type { ScreeningAnswer } from '../service/screen.ts'
import { plural, wrap } from './words.ts'

const within = { now: 'now', today: 'today', weeks: 'within two weeks' } as const

/** @param inFull  every reason and every open question, not only the first ones */
export function screeningLines(model: Model, screening: ScreeningAnswer, inFull: boolean): string[] {
  const { kind, flags, unanswered, whatToDo } = screening
  const lines: string[] = []
  if (kind === 'emergency') lines.push('EMERGENCY')
  if (kind === 'refer') lines.push('SEE A DOCTOR FIRST')
  if (kind === 'caution') lines.push('Safety: not clear, go on with caution only')
  if (kind === 'clear') lines.push('Safety: nothing speaks against it in what was answered')
  for (const sentence of whatToDo) lines.push(wrap(sentence, 84, '  '))
  const told = flags.filter((flag) => flag.id !== 'unanswered')
  for (const flag of inFull ? told : told.slice(0, 4)) {
    const soon = flag.within === undefined ? '' : ` (${within[flag.within]})`
    lines.push(wrap(`! ${flag.because}${soon}`, 84, '  '))
    if (inFull && kind === 'caution') lines.push(wrap(flag.say, 84, '    '))
  }
  if (unanswered.length > 0) {
    const shown = inFull ? unanswered : unanswered.slice(0, 3)
    lines.push(
      `  ${plural(unanswered.length, 'safety question')} still open${shown.length < unanswered.length ? ', first' : ''}:`,
    )
    for (const id of shown) {
      const question = model.knowledge.questions.find((candidate) => candidate.id === id)
      if (question !== undefined) lines.push(wrap(`? ${question.text}${inFull ? ` [${id}]` : ''}`, 84, '    '))
    }
  }
  return lines
}
