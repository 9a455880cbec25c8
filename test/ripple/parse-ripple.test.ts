import { describe, expect, it } from 'vitest'
import { parseRippleAsk, parseRippleText } from '../../src/service/parse-ripple.ts'
import { rippleSize, rippleStrengths, rippleTasks } from '../../src/service/ripple.ts'
import { modelKnowledge } from './model.ts'

const knowledge = modelKnowledge()
const ask = {
  schema: 'unknot.ripple/1',
  task: 'single-leg-stance',
  trouble: [{ muscle: 'gluteus-medius', part: null, side: 'left', state: 'inhibited', degree: 0.5 }],
}
const read = (more: object) => parseRippleAsk(knowledge, { ...ask, ...more })
const working = (more: object) => {
  const parsed = read(more)
  return parsed.ok ? parsed.value.working : parsed.problems
}

describe('parseRippleAsk', () => {
  it('works the named side, else that of the first trouble, else the right', () => {
    expect(working({ standingOn: 'right' })).toBe('right')
    expect(working({})).toBe('left')
    expect(working({ trouble: [] })).toBe('right')
    expect(working({ task: 'arm-flexion', workingSide: 'both' })).toBe('both')
    expect(working({ task: 'march', standingOn: 'right' })).toBe('right')
  })

  it('says every problem at once, with path and nearest name', () => {
    const parsed = read({
      task: 'single-leg-stanse',
      trouble: [
        { ...ask.trouble[0], muscle: 'gluteus-medus' },
        { ...ask.trouble[0], state: 'tight' },
      ],
    })
    expect(parsed.ok ? [] : parsed.problems.map((problem) => [problem.path, problem.hint])).toEqual([
      ['task', 'did you mean "single-leg-stance"?'],
      ['trouble[0].muscle', 'did you mean "gluteus-medius"?'],
      ['trouble[1].degree', 'it is the share of its resting length that is missing'],
    ])
  })

  it('refuses unknown keys, missing fields and muscles that the model lacks', () => {
    const paths = (value: object) => {
      const parsed = parseRippleAsk(knowledge, value)
      return parsed.ok ? [] : parsed.problems.map((problem) => `${problem.code} ${problem.path}`)
    }
    expect(paths({ ...ask, postur: 'free' })).toEqual(['unknown-key postur'])
    expect(paths({ schema: ask.schema, trouble: [] })).toEqual(['missing task'])
    expect(paths({ ...ask, trouble: [{ ...ask.trouble[0], muscle: 'masseter' }] })).toEqual([
      'unknown-name trouble[0].muscle',
    ])
    expect(paths({ ...ask, trouble: [{ ...ask.trouble[0], part: 'upper' }] })).toEqual(['unknown-name trouble[0].part'])
    expect(paths({ ...ask, workingSide: 'both' })).toEqual(['unknown-name workingSide'])
    expect(paths({ ...ask, postur: 'free', task: 'stnding' })).toEqual(['unknown-name task', 'unknown-key postur'])
    expect(paths([])).toHaveLength(1)
    expect(parseRippleText(knowledge, '{').ok).toBe(false)
  })

  it('says all that is wrong with the other troubles, whatever one of them is', () => {
    for (const broken of [null, 7, 'gluteus-medius', [], {}]) {
      const parsed = read({
        task: 'stnding',
        trouble: [broken, { ...ask.trouble[0], muscle: 'gluteus-medus' }, { state: 'tight', degree: 0.9, side: 'up' }],
      })
      const paths = parsed.ok ? [] : parsed.problems.map((problem) => problem.path)
      expect(paths).toContain('task')
      expect(paths.some((path) => path.startsWith('trouble[0]'))).toBe(true)
      expect(paths).toContain('trouble[1].muscle')
      expect(paths.filter((path) => path.startsWith('trouble[2]')).sort()).toEqual([
        'trouble[2].degree',
        'trouble[2].muscle',
        'trouble[2].side',
      ])
    }
  })

  it('says of every problem what to do', () => {
    const all = [
      null,
      [],
      {},
      { ...ask, trouble: {} },
      { ...ask, trouble: [null, { degree: 'much' }] },
      { ...ask, x: 1 },
    ]
    for (const value of all) {
      const parsed = parseRippleAsk(knowledge, value)
      expect(parsed.ok).toBe(false)
      if (parsed.ok) continue
      for (const problem of parsed.problems) {
        expect(problem.message.length, problem.path).toBeGreaterThan(5)
        expect(problem.hint.length, problem.path).toBeGreaterThan(5)
      }
    }
  })

  it('repeats nothing that somebody wrote freely', () => {
    const secret = 'Anna Berg has had pain since June'
    const value = {
      [secret]: 1,
      schema: secret,
      task: secret,
      standingOn: secret,
      posture: secret,
      trouble: [
        { ...ask.trouble[0], muscle: secret, [`\u001b[31m${secret}`]: 1 },
        { ...ask.trouble[0], part: secret, side: secret, state: secret, degree: secret },
      ],
    }
    const parsed = parseRippleAsk(knowledge, value)
    const said = JSON.stringify(parsed)
    expect(parsed.ok).toBe(false)
    for (const word of ['Berg', 'pain', 'June', '\u001b']) expect(said).not.toContain(word)
    expect(parsed.ok ? 0 : parsed.problems.length).toBe(11)
  })
})

describe('lists', () => {
  it('has the seventeen tasks of the contract', () => {
    const contract = [
      ...[
        'standing',
        'single-leg-stance',
        'forward-bend',
        'march',
        'squat',
        'sit-to-stand',
        'step-up',
        'heel-raise',
        'bridge',
      ],
      ...['prone-hip-extension', 'side-lying-hip-abduction', 'carry-one-hand', 'arm-abduction', 'arm-flexion'],
      ...['overhead-reach', 'head-lift', 'head-forward'],
    ]
    expect(
      rippleTasks(knowledge)
        .map((one) => one.id)
        .sort(),
    ).toEqual(contract.sort())
  })

  it('sums the strengths of the elements of a part', () => {
    const medius = rippleStrengths(knowledge).filter((one) => one.muscle === 'gluteus-medius')
    const whole = medius.find((one) => one.element === null)!
    expect(medius.filter((one) => one.element !== null).reduce((sum, one) => sum + one.maxForceN, 0)).toBe(
      whole.maxForceN,
    )
  })

  it('knows its size', () => {
    expect(rippleSize(knowledge)).toEqual({ elements: 200, degreesOfFreedom: 45, tasks: 17 })
  })
})
