/** `unknot show`: a muscle or another source, as its record says, plain words first. */
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { OtherSource } from '../knowledge/schema/other-source.ts'
import { finderOf } from '../service/find.ts'
import type { Model } from '../service/model.ts'
import { zonePlaces } from '../service/zone-places.ts'
import { openBaked, splitArgs } from './data.ts'
import { badCall, badInput } from './failure.ts'
import { musclePage } from './muscle-page.ts'
import { Page } from './page.ts'

export async function show(args: readonly string[]): Promise<void> {
  const { flags, names } = splitArgs(args)
  const typed = names.join(' ')
  if (typed === '') throw badCall('show takes a name', 'for example: unknot show trapezius')
  const wrong = flags.find((flag) => flag !== '--json')
  if (wrong !== undefined) throw badCall(`show knows no ${wrong}`, 'it knows --json')
  const model = openBaked()
  const { knowledge } = model
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
  if (muscle !== undefined) musclePage(page, model, muscle)
  else if (other !== undefined) otherPage(page, model, other)
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

function otherPage(page: Page, model: Model, other: OtherSource): void {
  page.heading(other.name)
  page.say('', other.plain.text, other.plain)
  if (other.alsoCalled.length > 0) page.say('Also called', other.alsoCalled.join(', '))
  page.gap()
  page.say('How soon to be seen', other.urgency.text, other.urgency)
  page.gap()
  page.say('Feels', other.feels.text, other.feels)
  page.hurts(zonePlaces(model, other.refersTo))
  page.say('How often', other.commonness.level.replace('-', ' '), other.commonness)
  for (const sign of other.tellsApart) page.say('Tells it from a tender spot', sign.text, sign)
  page.say('What to do', other.whatToDo.text, other.whatToDo)
  for (const link of other.hurtsWith)
    page.say('Brought on by', `${page.movement(link.movement, link.towards)}: ${link.text}`, link)
  for (const muscle of other.confusedWith) page.say('Feels like it', `${page.who(muscle)}: ${muscle.text}`, muscle)
}
