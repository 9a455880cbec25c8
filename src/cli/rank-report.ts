/** A ranking for eyes: what to do first, what would explain the drawing, why, and what to press next. */
import type { Case } from '../core/pain/case.ts'
import type { Model } from '../service/model.ts'
import type { RankingAnswer, SourceAnswer } from '../service/rank.ts'
import { screeningLines } from './screen-report.ts'
import { band, bar, percent, plural, sided, wrap } from './words.ts'

const shownAtMost = 8
const shownFrom = 0.04

export function rankingReport(model: Model, given: Case, answer: RankingAnswer): string {
  const lines = [...screeningLines(model, answer.screening, false), '', ...headline(answer)]
  if (answer.pattern !== 'none' && answer.pattern !== 'widespread') {
    const shown = answer.sources.filter((source) => source.probability >= shownFrom).slice(0, shownAtMost)
    for (const [index, source] of shown.entries()) lines.push(...sourceLines(model, source, index + 1))
    const rest = answer.sources.filter((source) => source.probability >= shownFrom).length - shown.length
    if (rest > 0) lines.push(`  … and ${plural(rest, 'less likely one')} (--json shows all)`, '')
    lines.push(`Nothing explains ${percent(answer.unexplained)} of the drawing.`)
    lines.push(...nextLines(answer))
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
  const lines = [
    `${head.padEnd(52)} ${bar(source.probability)} ${percent(source.probability).padStart(5)}  ${band(source.probability)}`,
  ]
  lines.push(`    ${kind}; accounts for ${percent(source.explains)} of the drawing`)
  const region = (name: string) =>
    model.knowledge.regions.find((candidate) => candidate.id === name)?.name.toLowerCase() ?? name
  const because = source.because
    .slice(0, 4)
    .map((place) => `${sided(region(place.region), place.side)} ${percent(place.weight)}`)
  if (because.length > 0) lines.push(wrap(`because of: ${because.join(', ')}`, 84, '    '))
  const blank = source.blank.slice(0, 3).map((place) => sided(region(place.region), place.side))
  if (blank.length > 0) lines.push(wrap(`usually also felt at: ${blank.join(', ')}`, 84, '    '))
  if (source.confusedWith !== null) {
    const { id } = source.confusedWith
    const other = model.names.get(id) ?? id
    const name = other === source.name ? `${other} (${id})` : other
    lines.push(`    easily confused with: ${sided(name, source.confusedWith.side)}`)
  }
  if (source.satelliteOf !== null) {
    const { id, side } = source.satelliteOf
    lines.push(`    may be kept going by: ${sided(model.names.get(id) ?? id, side)}, look there first`)
  }
  lines.push('')
  return lines
}

function nextLines(answer: RankingAnswer): string[] {
  if (answer.steps.length === 0 || answer.screening.kind === 'emergency' || answer.screening.kind === 'refer') return []
  const lines = ['', 'Press next, or ask or measure; what tells the most for its time and discomfort first:']
  for (const step of answer.steps.slice(0, 4)) {
    const cost = `${step.seconds} s, discomfort ${step.discomfort} of 10, ${step.gainBits.toFixed(2)} bits`
    const name = step.kind === 'palpate' ? ` (${step.id})` : ''
    lines.push(wrap(`${stepLabel[step.kind]}${step.text}${name} (${cost})`, 84, '  '))
  }
  return lines
}

const stepLabel = { palpate: '', ask: 'Ask: ', measure: '' } as const
