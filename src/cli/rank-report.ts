/** A ranking for eyes: what to do first, what would explain the drawing, why, and what to press next. */
import type { Case } from '../core/pain/case.ts'
import type { Model } from '../service/model.ts'
import type { RankingAnswer, SourceAnswer } from '../service/rank.ts'
import { band, bar, percent, plural, sided, wrap } from './words.ts'

const shownAtMost = 8
const shownFrom = 0.04

export function rankingReport(model: Model, given: Case, answer: RankingAnswer): string {
  const lines = [...screeningLines(model, answer), ...headline(answer)]
  if (answer.pattern !== 'none' && answer.pattern !== 'widespread') {
    const shown = answer.sources.filter((source) => source.probability >= shownFrom).slice(0, shownAtMost)
    for (const [index, source] of shown.entries()) lines.push(...sourceLines(model, source, index + 1))
    const rest = answer.sources.filter((source) => source.probability >= shownFrom).length - shown.length
    if (rest > 0) lines.push(`  … and ${plural(rest, 'less likely one')} (--json shows all)`, '')
    lines.push(`Nothing explains ${percent(answer.unexplained)} of the drawing.`)
    lines.push(...nextLines(model, answer))
  }
  lines.push(
    '',
    wrap(
      'This is a list of hypotheses, not a diagnosis. Pain maps are clinical tradition, differ between people, and ' +
        `trigger points themselves are debated.${given.findings.length === 0 ? ' Nothing is shown above 90 % before a hand has felt it.' : ''}`,
    ),
  )
  return `${lines.join('\n')}\n`
}

function screeningLines(model: Model, answer: RankingAnswer): string[] {
  const { kind, flags, unanswered } = answer.screening
  const lines: string[] = []
  if (kind === 'emergency') lines.push('EMERGENCY: call your emergency number now.', '')
  if (kind === 'refer') lines.push('SEE A DOCTOR FIRST: no pressure treatment until this has been looked at.', '')
  if (kind === 'caution') lines.push(flags.length > 0 ? 'Safety: with caution.' : 'Safety: not clear yet.')
  if (kind === 'clear') lines.push('Safety: nothing speaks against it in what was answered.')
  for (const flag of flags) lines.push(wrap(`! ${flag.because}${flag.within === undefined ? '' : ` (${within[flag.within]})`}`, 84, '  '))
  if (unanswered.length > 0) {
    lines.push(`  ${plural(unanswered.length, 'safety question')} still open; "unknot screen --questions" lists them all. First:`)
    for (const id of unanswered.slice(0, 3)) {
      const question = model.knowledge.questions.find((candidate) => candidate.id === id)
      if (question !== undefined) lines.push(wrap(`? ${question.text}`, 84, '    '))
    }
  }
  lines.push('')
  return lines
}

const within = { now: 'now', today: 'today', weeks: 'within two weeks' } as const

function headline(answer: RankingAnswer): string[] {
  if (answer.pattern === 'none') return ['Nothing is painted, so there is nothing to explain.']
  if (answer.pattern === 'widespread') {
    return [
      wrap(
        'The pain is widespread: it reaches so much of the body that no list of muscles would explain it. Consider ' +
          'that the pain system itself may be sensitive; ask about sleep, fatigue and how long it has lasted, and have it ' +
          'looked at as a whole. Pressure work, if any, is gentle.',
      ),
    ]
  }
  return ['What would explain the drawing:', '']
}

function sourceLines(model: Model, source: SourceAnswer, rank: number): string[] {
  const kind = source.kind === 'trigger-point' ? `tender spot ${source.id}` : source.kind.replace('-', ' ')
  const head = `${String(rank).padStart(2)}. ${sided(source.name, source.side)}`
  const lines = [`${head.padEnd(52)} ${bar(source.probability)} ${percent(source.probability).padStart(5)}  ${band(source.probability)}`]
  lines.push(`    ${kind}; accounts for ${percent(source.explains)} of the drawing`)
  const region = (name: string) => model.knowledge.regions.find((candidate) => candidate.id === name)?.name.toLowerCase() ?? name
  const because = source.because.slice(0, 4).map((place) => `${sided(region(place.region), place.side)} ${percent(place.weight)}`)
  if (because.length > 0) lines.push(wrap(`because of: ${because.join(', ')}`, 84, '    '))
  const blank = source.blank.slice(0, 3).map((place) => sided(region(place.region), place.side))
  if (blank.length > 0) lines.push(wrap(`usually also felt at: ${blank.join(', ')}`, 84, '    '))
  if (source.confusedWith !== null) {
    const name = model.names.get(source.confusedWith.id) ?? source.confusedWith.id
    lines.push(`    easily confused with: ${sided(name, source.confusedWith.side)}`)
  }
  lines.push('')
  return lines
}

function nextLines(model: Model, answer: RankingAnswer): string[] {
  const [first] = answer.next
  if (first === undefined || answer.screening.kind === 'emergency' || answer.screening.kind === 'refer') return []
  const name = model.names.get(first.id) ?? first.id
  return [wrap(`Press next: ${sided(name, first.side)} (${first.id}); it is expected to settle ${first.gainBits.toFixed(2)} bits.`)]
}
