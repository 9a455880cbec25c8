/** `unknot show`: a muscle or another source, as its record says, plain words first. */
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Muscle, MusclePart, Zone } from '../knowledge/schema/muscle.ts'
import type { OtherSource } from '../knowledge/schema/other-source.ts'
import { finderOf } from '../service/find.ts'
import { openBaked, splitArgs } from './data.ts'
import { badCall, badInput } from './failure.ts'
import { wrap } from './words.ts'

export async function show(args: readonly string[]): Promise<void> {
  const { flags, names } = splitArgs(args)
  const typed = names.join(' ')
  if (typed === '') throw badCall('show takes a name', 'for example: unknot show trapezius')
  const wrong = flags.find((flag) => flag !== '--json')
  if (wrong !== undefined) throw badCall(`show knows no ${wrong}`, 'it knows --json')
  const { knowledge } = openBaked()
  const found = finderOf(knowledge)(pointOwner(knowledge, typed) ?? typed)
  const [first, ...others] = found
  if (first === undefined) {
    throw badInput([
      {
        code: 'unknown-name',
        path: 'name',
        message: 'no muscle or source is called like this',
        hint: 'unknot show trapezius',
      },
    ])
  }
  const muscle = knowledge.muscles.find((record) => record.id === first.id)
  const other = knowledge.otherSources.find((record) => record.id === first.id)
  if (flags.includes('--json')) {
    process.stdout.write(`${JSON.stringify(muscle ?? other, null, 2)}\n`)
    return
  }
  const page = new Page(knowledge)
  if (muscle !== undefined) musclePage(page, muscle)
  else if (other !== undefined) otherPage(page, other)
  page.sources()
  process.stdout.write(`${page.text()}\n`)
  const also = others.slice(0, 3).map((hit) => hit.id)
  if (first.score !== Number.POSITIVE_INFINITY && also.length > 0)
    process.stdout.write(`Also found: ${also.join(', ')}\n`)
}

/** A trigger point's id shows its muscle. */
function pointOwner(knowledge: Knowledge, typed: string): string | null {
  const owner = knowledge.muscles.find((muscle) =>
    muscle.parts.some((part) => part.triggerPoints.some((point) => point.id === typed)),
  )
  return owner?.id ?? null
}

type Backed = {
  readonly source?: string | string[] | undefined
  readonly assumption?: string | undefined
  readonly grade: string
}

/** Lines of a page, and which works and assumptions it leaned on. */
class Page {
  private readonly lines: string[] = []
  private readonly used = new Map<string, string>()
  private readonly knowledge: Knowledge

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge
  }

  heading(text: string, under = '='): void {
    this.lines.push(text, under.repeat(text.length), '')
  }

  say(label: string, text: string, backing?: Backed): void {
    const marks = backing === undefined ? '' : ` ${this.mark(backing)}`
    const head = label === '' ? '' : `${label}: `
    this.lines.push(wrap(`${head}${text}${marks}`, 88, label === '' ? '' : '  '))
  }

  gap(): void {
    this.lines.push('')
  }

  /** "[3 expert]": numbers lead to the list at the end. */
  private mark(backing: Backed): string {
    const names = [backing.source ?? [], backing.assumption ?? []].flat()
    const numbers = names.map((name) => {
      if (!this.used.has(name)) this.used.set(name, String(this.used.size + 1))
      return this.used.get(name)
    })
    return `[${numbers.join(',')} ${backing.grade}]`
  }

  place(name: string): string {
    return this.knowledge.landmarks.find((landmark) => landmark.id === name)?.name.toLowerCase() ?? name
  }

  movement(name: string, towards?: 'same' | 'other'): string {
    const label = this.knowledge.movements.find((movement) => movement.id === name)?.name ?? name
    return towards === undefined ? label : `${label} (${towards === 'same' ? 'same' : 'other'} side)`
  }

  sources(): void {
    this.heading('What this rests on', '-')
    for (const [name, number] of this.used) {
      const work = this.knowledge.sources.find((source) => source.id === name)
      const assumption = this.knowledge.assumptions.find((record) => record.id === name)
      const text =
        work === undefined
          ? `Assumption ${name}: ${assumption?.statement ?? ''}`
          : `${work.authors} (${work.year}). ${work.title}. ${work.published}.${work.doi === undefined ? '' : ` doi:${work.doi}`}`
      this.lines.push(wrap(`[${number}] ${text}`, 88, '  '))
    }
    this.gap()
    this.lines.push(
      wrap(
        'Grades: A strong, B trials with limits, C early or weak, expert = clinicians’ custom, contested = debated.',
        88,
      ),
    )
  }

  text(): string {
    return this.lines.join('\n')
  }
}

function musclePage(page: Page, muscle: Muscle): void {
  page.heading(`${muscle.name.en} (${muscle.name.la})`)
  page.say('', muscle.plain.text, muscle.plain)
  if (muscle.alsoCalled.length > 0) page.say('Also called', muscle.alsoCalled.join(', '))
  for (const supply of muscle.nerves) {
    const roots = supply.roots.length > 0 ? ` (${supply.roots.join(', ')})` : ''
    const only = supply.parts === undefined ? '' : `, ${supply.parts.join(' and ')}`
    page.say('Nerve', `${supply.nerve.replace(/-/g, ' ')}${roots}${only}`, supply)
  }
  page.gap()
  for (const part of muscle.parts) partPage(page, part)
}

function partPage(page: Page, part: MusclePart): void {
  page.heading(part.name, '-')
  for (const end of part.attachments.from) page.say('From', end.words, end)
  for (const end of part.attachments.to) page.say('To', end.words, end)
  page.say('Fibres', part.fibres.text, part.fibres)
  for (const action of part.actions) {
    const towards = action.towards === undefined ? '' : ` to the ${action.towards} side`
    const when = action.when === undefined ? '' : `, ${action.when}`
    page.say('Does', `${action.joint} ${action.movement.replace(/-/g, ' ')}${towards} (${action.role})${when}`, action)
  }
  page.gap()
  for (const point of part.triggerPoints) {
    page.say(`Point ${point.id}`, point.where.text, point.where)
    page.say('  feels', point.feels.text, point.feels)
    page.say('  refers', zones(page, point.refersTo))
    page.say('  find it', point.find.text, point.find)
    page.gap()
  }
  const { clinic } = part
  for (const link of clinic.hurtsWith)
    page.say('Hurts with', `${page.movement(link.movement, link.towards)}: ${link.text}`, link)
  for (const link of clinic.limits)
    page.say('Limits', `${page.movement(link.movement, link.towards)}: ${link.text}`, link)
  page.say('Weakness', clinic.weakness.text, clinic.weakness)
  for (const cause of clinic.causes) page.say('Cause', cause.text, cause)
  page.say('Palpate', `${clinic.palpate.position} ${clinic.palpate.how}`, clinic.palpate)
  page.say('Feel for', clinic.palpate.feel)
  page.say('Do not press', clinic.palpate.avoid)
  page.say('Treat', `${clinic.treat.how} Direction: ${clinic.treat.direction}`, clinic.treat)
  page.say('Stretch', clinic.stretch.how, clinic.stretch)
  page.say(`Alone (${clinic.self.possible})`, clinic.self.how, clinic.self)
  for (const caution of clinic.cautions) page.say('Caution', caution.text, caution)
  for (const rival of clinic.takenFor)
    page.say('Taken for', `${rival.otherSource ?? rival.muscle}: ${rival.text}`, rival)
  page.gap()
}

function zones(page: Page, list: readonly Zone[]): string {
  const told = (strength: Zone['strength']) =>
    list
      .filter((zone) => zone.strength === strength)
      .map((zone) => zone.through.map((name) => page.place(name)).join(' to '))
  const essential = told('essential').join('; ')
  const spillover = told('spillover').join('; ')
  return spillover === '' ? essential : `${essential}. Sometimes also: ${spillover}`
}

function otherPage(page: Page, other: OtherSource): void {
  page.heading(other.name)
  page.say('', other.plain.text, other.plain)
  page.gap()
  page.say('Feels', other.feels.text, other.feels)
  page.say('Felt at', zones(page, other.refersTo))
  for (const sign of other.tellsApart) page.say('Tells it apart', sign.text, sign)
  page.say('How soon to be seen', other.urgency.text, other.urgency)
  page.say('What to do', other.whatToDo.text, other.whatToDo)
  page.gap()
}
