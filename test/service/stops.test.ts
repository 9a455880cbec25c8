/** What stands, what is asked again and what is taken back, from events to the gate of a plan. */
import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { Body, CareEvent } from '../../src/core/care/event.ts'
import { acceptanceOf, assessCourse, decisionOf, gateOf, spotPermission } from '../../src/service/care-case.ts'
import { story } from '../care/story.ts'
import { model } from '../reference/one-model.ts'
import { answered, courseOfSomebody, noToTheRest, paintOf, type Somebody, toldBy } from './one-course.ts'

const hourMs = 3_600_000
const adult = { ageYears: 42, sex: 'male', drawn: [['forearm-back', 'right']] } as const satisfies Somebody

/** A record whose parts lie hours apart. */
function record() {
  let events: CareEvent[] = []
  let atMs = Date.UTC(2026, 0, 5, 9)
  const course = () => courseOf(events, 'p1')!
  const assess = (form: 'full' | 'short' = 'full') => assessCourse(model, course(), paintOf(course()), form)
  return {
    course,
    assess,
    add(...bodies: readonly Body[]) {
      const first = events.length
      const more = story('p1', [
        ...Array.from({ length: first }, (): Body => ({ kind: 'intended-use-read' })),
        ...bodies,
      ])
        .slice(first)
        .map((event, index) => ({ ...event, atMs: atMs + index }))
      events = [...events, ...more]
      atMs += bodies.length
    },
    later(hours: number) {
      atMs += hours * hourMs
    },
    decide(form: 'full' | 'short' = 'full') {
      this.add({ kind: 'screened', form, ...decisionOf(assess(form)) })
    },
    /** Opens the short form and answers it with no. */
    short() {
      const questions = model.knowledge.questions.filter((one) => one.forms.includes('short')).map((one) => one.id)
      this.add({ kind: 'screen-begun', form: 'short', questions })
      this.noToOpen('short')
      this.decide('short')
    },
    noToOpen(form: 'full' | 'short' = 'full') {
      for (;;) {
        const { questions, asked } = assess(form)
        const open = questions.filter(({ id }) => asked.answers?.[id] === undefined)
        if (open.length === 0) return
        this.add(...open.map(({ id }) => answered(id, 'no')))
      }
    },
  }
}

/** Somebody whose answers are all there, with what else was told. */
function recordOf(who: Somebody) {
  const here = record()
  here.add(...noToTheRest(toldBy(who)).bodies)
  here.decide()
  return here
}

const clearedBy = (flags: readonly string[]): Body => ({
  kind: 'stop-cleared',
  flags,
  who: 'doctor',
  reason: 'Seen by a neurologist yesterday, who agreed.',
})

describe('a stop of an earlier day', () => {
  it('stands although today everything is answered with no', () => {
    const here = recordOf({ ...adult, yes: ['weak-limb'] })
    expect(here.assess().screening).toMatchObject({ kind: 'refer', within: 'today' })
    here.later(48)
    here.add(answered('weak-limb', 'no'))
    here.short()
    const assessed = here.assess('short')
    expect(assessed.today.kind).not.toBe('refer')
    expect(assessed.screening.kind).toBe('refer')
    expect(gateOf(here.course(), assessed)).toBe('stopped')
  })

  it('ends by a clearance, and what still is so becomes a caution', () => {
    const here = recordOf({ ...adult, yes: ['weak-limb'] })
    here.later(48)
    here.add(clearedBy(['rf-20']))
    const { screening } = here.assess()
    expect(screening.kind).toBe('caution')
    expect(screening.flags.find((flag) => flag.id === 'rf-20')).toMatchObject({ action: 'CAUTION' })
  })

  it('comes back after a clearance when something new is told', () => {
    const here = recordOf({ ...adult, yes: ['weak-limb'] })
    here.add(clearedBy(['rf-20']))
    here.later(48)
    here.add(answered('nerve-worse', 'yes'))
    expect(here.assess().screening.kind).toBe('refer')
  })

  it('is not ended by a clearance while it is an emergency', () => {
    const here = recordOf({ ...adult, drawn: [['low-back', 'left']], yes: ['saddle-numbness'] })
    here.add(clearedBy(['rf-01']))
    expect(here.assess().screening.kind).toBe('emergency')
  })

  it('outlives a new complaint', () => {
    const here = recordOf({ ...adult, yes: ['weak-limb'] })
    here.later(48)
    here.add({ kind: 'episode-opened' })
    expect(here.assess().screening.kind).toBe('refer')
  })
})

describe('a slip', () => {
  it('is put right within the hour, and said all the same', () => {
    const here = recordOf({ ...adult, yes: ['dark-urine'] })
    expect(here.assess().screening.kind).toBe('emergency')
    here.add(answered('dark-urine', 'no'))
    expect(here.assess().screening.kind).toBe('emergency')
    here.decide()
    const { screening } = here.assess()
    expect(screening.kind).toBe('caution')
    expect(screening.flags.map((flag) => flag.id)).toContain('changed-rf-26')
    expect(gateOf(here.course(), here.assess())).toBe('accept')
  })

  it('is none after two hours', () => {
    const here = recordOf({ ...adult, yes: ['dark-urine'] })
    here.later(2)
    here.add(answered('dark-urine', 'no'))
    here.decide()
    expect(here.assess().screening.kind).toBe('emergency')
  })
})

describe('a caution that was agreed to', () => {
  const agreed = () => {
    const here = recordOf({ ...adult, yes: ['gate-medicines', 'antiplatelet'] })
    expect(gateOf(here.course(), here.assess())).toBe('accept')
    here.add({ kind: 'caution-accepted', ...acceptanceOf(here.assess()), reason: 'Talked about it.' })
    expect(gateOf(here.course(), here.assess())).toBe('open')
    return here
  }
  it('holds at the next session', () => {
    const here = agreed()
    here.later(72)
    here.short()
    expect(gateOf(here.course(), here.assess('short'))).toBe('open')
  })
  it('is asked again when it says something else', () => {
    const here = agreed()
    here.add(answered('antiplatelet-two', 'yes'))
    expect(gateOf(here.course(), here.assess())).toBe('accept')
  })
  it('is asked again when something is ticked', () => {
    const here = agreed()
    here.add({ kind: 'condition-told', record: 'ci-15', holds: true })
    here.noToOpen()
    expect(gateOf(here.course(), here.assess())).toBe('accept')
    here.add({ kind: 'condition-told', record: 'ci-15', holds: false })
    expect(gateOf(here.course(), here.assess())).toBe('open')
  })
})

describe('what was ticked', () => {
  const infraspinatus = { point: 'infraspinatus.1', muscle: 'infraspinatus', part: null, side: 'right' } as const
  const level = (more: readonly Body[]) =>
    spotPermission(model, infraspinatus, courseOfSomebody({ ...adult, more }).assessed).level

  it('blocks everything until its place is named, then that place', () => {
    const device = (places?: { region: string; side: 'left' | 'right' }[]): Body => ({
      kind: 'condition-told',
      record: 'ci-20',
      holds: true,
      places,
    })
    expect(level([device()])).toBe('blocked')
    expect(level([device([{ region: 'chest-upper', side: 'left' }])])).not.toBe('blocked')
    expect(level([device([{ region: 'scapula', side: 'right' }])])).toBe('blocked')
  })
  it('asks what follows from it', () => {
    const { assessed } = courseOfSomebody({ ...adult, ticked: ['dr-01'] })
    expect(assessed.questions.map((one) => one.id)).toContain('anticoagulant-unstable')
  })
  it('does not keep the place of an answer that is asked anew', () => {
    const here = recordOf({ ...adult, yes: ['skin-change-here'] })
    here.add({ kind: 'places-named', question: 'skin-change-here', places: [{ region: 'shin', side: 'left' }] })
    expect(spotPermission(model, infraspinatus, here.assess()).level).not.toBe('blocked')
    here.add({ kind: 'screen-begun', form: 'short', questions: ['skin-change-here'] })
    here.add(answered('skin-change-here', 'yes'))
    expect(here.course().places).toEqual({})
    expect(spotPermission(model, infraspinatus, here.assess()).level).toBe('blocked')
  })
})
