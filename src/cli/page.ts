/** Lines of a page in the terminal, and which works and assumptions it leaned on. */

import type { Knowledge } from '../knowledge/knowledge.ts'
import type { ZonePlaces } from '../service/zone-places.ts'
import { wrap } from './words.ts'

export type Backed = {
  readonly source?: string | string[] | undefined
  readonly assumption?: string | undefined
  readonly grade: string
}

type Named = {
  readonly muscle?: string | undefined
  readonly part?: string | null | undefined
  readonly otherSource?: string | undefined
}

export class Page {
  private readonly lines: string[] = []
  private readonly used = new Map<string, string>()
  readonly knowledge: Knowledge

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge
  }

  heading(text: string, under = '='): void {
    if (this.lines.length > 0) this.gap()
    this.lines.push(text, under.repeat(text.length), '')
  }

  say(label: string, text: string, backing?: Backed): void {
    const marks = backing === undefined ? '' : ` ${this.mark(backing)}`
    const head = label === '' ? '' : `${label}: `
    this.lines.push(wrap(`${head}${text}${marks}`, 88, label === '' ? '' : '  '))
  }

  gap(): void {
    if (this.lines.at(-1) !== '') this.lines.push('')
  }

  hurts({ usually, sometimes }: ZonePlaces): void {
    if (usually.length > 0) this.say('Usually hurts', usually.join(', '))
    if (sometimes.length > 0) this.say('Sometimes', sometimes.join(', '))
  }

  movement(name: string, towards?: 'same' | 'other'): string {
    const label = nameIn(this.knowledge.movements, name)
    return towards === undefined ? label : `${label} (${towards} side)`
  }

  /** "Upper trapezius" for a muscle and part as records name them; another source by its name. */
  who(ref: Named): string {
    if (ref.otherSource !== undefined) return nameIn(this.knowledge.otherSources, ref.otherSource)
    const muscle = this.knowledge.muscles.find((record) => record.id === ref.muscle)
    const part = muscle?.parts.find((record) => record.id !== null && record.id === ref.part)
    return part?.name ?? muscle?.name.en ?? ref.muscle ?? ''
  }

  names(records: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]): string {
    return ids.map((id) => nameIn(records, id).toLowerCase()).join('; ')
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

  /** "[3 expert]": numbers lead to the list at the end. */
  private mark(backing: Backed): string {
    const names = [backing.source ?? [], backing.assumption ?? []].flat()
    const numbers = names.map((name) => {
      if (!this.used.has(name)) this.used.set(name, String(this.used.size + 1))
      return this.used.get(name)
    })
    return `[${numbers.join(',')} ${backing.grade}]`
  }
}

function nameIn(records: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return records.find((record) => record.id === id)?.name ?? id.replace(/-/g, ' ')
}
