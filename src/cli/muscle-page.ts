/** A muscle as the app's page tells it: plain words, spots, hands and care first; anatomy and sources last. */
import type { Muscle, MusclePart, TriggerPoint } from '../knowledge/schema/muscle.ts'
import type { Model } from '../service/model.ts'
import { zonePlaces } from '../service/zone-places.ts'
import type { Page } from './page.ts'

const alone = {
  yes: 'You can do this yourself.',
  light: 'You can do this yourself, gently.',
  'stretch-only': 'Stretch it yourself; do not press it.',
  no: 'Do not do this yourself.',
} as const

const companionWords = {
  satellite: 'Often follows it',
  synergist: 'Works with it',
  antagonist: 'Works against it',
  together: 'Often tender together',
} as const

export function musclePage(page: Page, model: Model, muscle: Muscle): void {
  page.heading(`${muscle.name.en} (${muscle.name.la})`)
  page.say('', muscle.plain.text, muscle.plain)
  if (muscle.alsoCalled.length > 0) page.say('Also called', muscle.alsoCalled.join(', '))
  for (const part of muscle.parts) {
    page.heading(part.name, '-')
    for (const point of part.triggerPoints) spot(page, model, point)
    hands(page, part)
    rest(page, part)
  }
  anatomy(page, muscle)
}

function spot(page: Page, model: Model, point: TriggerPoint): void {
  page.gap()
  page.say(`Spot ${point.id}`, point.where.text, point.where)
  page.say('Feels', point.feels.text, point.feels)
  page.hurts(zonePlaces(model, point.refersTo))
  page.say('Find it', point.find.text, point.find)
  page.say('How often', point.commonness.level.replace('-', ' '), point.commonness)
}

function hands(page: Page, { clinic, triggerPoints }: MusclePart): void {
  const { tools, techniques } = page.knowledge
  page.gap()
  page.say('Find it with the hands', `${clinic.palpate.position} ${clinic.palpate.how}`, clinic.palpate)
  page.say('Feel for', clinic.palpate.feel)
  page.say('Stay away from', clinic.palpate.avoid)
  for (const caution of [...clinic.cautions, ...triggerPoints.flatMap((point) => point.cautions ?? [])]) {
    page.say('Take care', caution.text, caution)
  }
  page.say('Treat it', `${page.names(techniques, clinic.treat.techniques)}. ${clinic.treat.how}`, clinic.treat)
  const { contacts, direction } = clinic.treat
  page.say('With', contacts.length === 0 ? direction : `${page.names(tools, contacts)}. Direction: ${direction}`)
  page.say('By yourself', `${alone[clinic.self.possible]} ${clinic.self.how}`, clinic.self)
  if (clinic.self.tools.length > 0) page.say('Tools', page.names(tools, clinic.self.tools))
  for (const { id, self } of triggerPoints) {
    if (self !== undefined) page.say(`By yourself, spot ${id}`, `${alone[self.possible]} ${self.how}`, self)
  }
  const avoid = clinic.stretch.avoid === undefined ? '' : ` Avoid: ${clinic.stretch.avoid}`
  page.say('Stretch', `${clinic.stretch.how}${avoid}`, clinic.stretch)
}

function rest(page: Page, { clinic, triggerPoints }: MusclePart): void {
  page.gap()
  for (const link of clinic.hurtsWith)
    page.say('Hurts with', `${page.movement(link.movement, link.towards)}: ${link.text}`, link)
  for (const link of clinic.limits)
    page.say('Limits', `${page.movement(link.movement, link.towards)}: ${link.text}`, link)
  page.say('Weakness', clinic.weakness.text, clinic.weakness)
  for (const link of clinic.easesWith ?? [])
    page.say('Eases with', `${page.movement(link.movement, link.towards)}: ${link.text}`, link)
  for (const cause of clinic.causes) page.say('Can bring it on', cause.text, cause)
  for (const rival of [...clinic.takenFor, ...triggerPoints.flatMap((point) => point.takenFor ?? [])])
    page.say('Easily taken for', `${page.who(rival)}: ${rival.text}`, rival)
  for (const companion of [...clinic.goesWith, ...triggerPoints.flatMap((point) => point.satellites ?? [])]) {
    const text = companion.text === undefined ? '' : `: ${companion.text}`
    page.say(companionWords[companion.kind], `${page.who(companion)}${text}`, companion)
  }
}

function anatomy(page: Page, muscle: Muscle): void {
  page.heading('Anatomy', '-')
  for (const part of muscle.parts) {
    if (muscle.parts.length > 1) page.say('', `${part.name}.`)
    for (const end of part.attachments.from) page.say('From', end.words, end)
    for (const end of part.attachments.to) page.say('To', end.words, end)
    page.say('Fibres', part.fibres.text, part.fibres)
    for (const action of part.actions) {
      const towards = action.towards === undefined ? '' : ` to the ${action.towards} side`
      const when = action.when === undefined ? '' : `, ${action.when}`
      const helps = action.role === 'assists' ? ' (helps)' : ''
      page.say('Moves', `${action.joint} ${action.movement.replace(/-/g, ' ')}${towards}${helps}${when}`, action)
    }
    page.gap()
  }
  for (const supply of muscle.nerves) {
    const name = page.knowledge.nerves.find(({ id }) => id === supply.nerve)?.name ?? supply.nerve
    const roots = supply.roots.length > 0 ? ` (${supply.roots.join(', ')})` : ''
    const only = supply.parts === undefined ? '' : `, ${supply.parts.join(' and ')}`
    page.say('Nerve', `${name}${roots}${only}`, supply)
  }
  const { depth, coveredBy, covers } = muscle.layer
  const neighbours = (ids: readonly string[]) => ids.map((id) => page.who({ muscle: id })).join(', ')
  page.say('Layer', depth, muscle.layer)
  if (coveredBy.length > 0) page.say('Under', neighbours(coveredBy))
  if (covers.length > 0) page.say('Over', neighbours(covers))
}
