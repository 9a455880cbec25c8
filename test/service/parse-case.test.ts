import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCaseText } from '../../src/service/parse-case.ts'
import { exampleText, model } from '../reference/one-model.ts'

const schema = 'unknot.case/1'
const temple = { region: 'temple', side: 'right' }

function problems(value: unknown) {
  const parsed = model.parseCase(value)
  return parsed.ok ? [] : parsed.problems
}

function paths(value: unknown): string[] {
  return problems(value).map((problem) => problem.path)
}

/** As a program from outside sends it: with `__proto__` as a key of its own. */
function pathsOfText(text: string): string[] {
  const parsed = parseCaseText(text, model.parseCase)
  return parsed.ok ? [] : parsed.problems.map((problem) => problem.path)
}

describe('a case', () => {
  it('needs its schema and where it hurts, nothing else', () => {
    expect(model.parseCase({ schema, pain: [temple] })).toEqual({
      ok: true,
      value: {
        person: {},
        pain: [{ ...temple, intensity: 5, share: 1, quality: [] }],
        painted: null,
        history: { factors: [], worseWith: [], betterWith: [] },
        answers: {},
        findings: [],
      },
    })
    expect(paths({})).toEqual(['schema', 'pain'])
    expect(paths({ schema })).toEqual(['pain'])
    expect(paths({ schema, pain: [] })).toEqual([])
  })

  it.each([
    ['null', null],
    ['a list', []],
    ['a number', 7],
    ['a string', 'unknot.case/1'],
    ['true', true],
  ])('is not %s', (_, value) => {
    expect(problems(value)).toMatchObject([{ code: 'wrong-type', path: '(whole)' }])
  })

  it('reads the whole example of the contract', () => {
    expect(
      paths({
        schema,
        person: { ageYears: 41, sex: 'female' },
        pain: [
          { ...temple, intensity: 6, share: 0.8, quality: ['aching'] },
          { region: 'sternum', side: null },
        ],
        history: { onset: 'gradual', durationDays: 90, factors: ['overuse'], worseWith: ['neck-rotation-right'] },
        answers: { [model.knowledge.questions[0]!.id]: 'no' },
        findings: [
          {
            ...{ muscle: 'trapezius', part: 'upper', side: 'right', tautBand: true, tender: true },
            ...{ familiarPain: true, referredPain: true, twitch: false, thresholdKPa: 190 },
          },
        ],
      }),
    ).toEqual([])
  })
})

describe('what is wrong with a case', () => {
  it('is said in four problems for the four mistakes of the example', () => {
    expect(problems(JSON.parse(exampleText('wrong')))).toMatchObject([
      { path: 'pain[0].region', code: 'unknown-name', hint: 'did you mean "temple"?' },
      { path: 'pain[1].side', code: 'missing' },
      { path: 'pain[2].intensity', code: 'out-of-range' },
      { path: 'histroy', code: 'unknown-key', hint: 'did you mean "history"?' },
    ])
  })

  it('never hides behind another mistake', () => {
    expect(
      paths({
        schema: 'unknot.case/9',
        pain: [
          { region: 'temple', quality: 'aching' },
          { region: 'sternum', side: 'left', share: '1' },
        ],
        answers: { 'no-such-question': 'perhaps' },
        painted: { schema: 'other', body: 'b', strokes: 3 },
        findings: [{ muscle: 'trapezius', part: 'uper' }],
      }),
    ).toEqual([
      'schema',
      ...['pain[0].quality', 'pain[0].side', 'pain[1].share', 'pain[1].side'],
      ...['answers.no-such-question', 'answers.no-such-question'],
      ...['painted.schema', 'painted.strokes'],
      ...['findings[0].side', 'findings[0].part'],
    ])
  })

  it('is an unknown key, however deep', () => {
    expect(
      paths({
        schema,
        person: { agYears: 4 },
        pain: [{ ...temple, note: '' }],
        painted: { schema: 'unknot.drawing/1', body: 'b', strokes: [], cells: [] },
        history: { onsett: 'gradual' },
        findings: [{ muscle: 'masseter', side: 'left', tnder: true }],
        more: 1,
      }),
    ).toEqual([...['person.agYears', 'pain[0].note', 'painted.cells', 'history.onsett', 'findings[0].tnder', 'more']])
  })

  it('is a name of the prototype, which is no name of ours', () => {
    expect(pathsOfText(`{"schema":"${schema}","pain":[],"__proto__":{"pain":[1]}}`)).toEqual(['__proto__'])
    expect(pathsOfText(`{"schema":"${schema}","pain":[],"answers":{"__proto__":"yes","constructor":"yes"}}`)).toEqual([
      'answers.__proto__',
      'answers.constructor',
    ])
    expect(paths({ schema, pain: [{ region: 'constructor', side: 'left' }] })).toEqual(['pain[0].region'])
    expect(paths({ schema, pain: [], findings: [{ muscle: 'toString', side: 'left' }] })).toEqual([
      'findings[0].muscle',
    ])
    expect(pathsOfText(`{"__proto__":{"schema":"${schema}","pain":[]}}`)).toEqual(['schema', 'pain', '__proto__'])
  })

  it.each([
    ['pain[0].intensity', { pain: [{ ...temple, intensity: Number.NaN }] }],
    ['pain[0].intensity', { pain: [{ ...temple, intensity: -0.1 }] }],
    ['pain[0].intensity', { pain: [{ ...temple, intensity: '6' }] }],
    ['pain[0].share', { pain: [{ ...temple, share: 1.01 }] }],
    ['pain[0].share', { pain: [{ ...temple, share: null }] }],
    ['pain[0].side', { pain: [{ ...temple, side: 'both' }] }],
    ['pain[0].side', { pain: [{ ...temple, side: null }] }],
    ['pain[0].region', { pain: [{ side: 'left' }] }],
    ['pain[0].quality[1]', { pain: [{ ...temple, quality: ['aching', 'achin'] }] }],
    ['pain[0]', { pain: [null] }],
    ['pain', { pain: temple }],
    ['pain', { pain: null }],
    ['person', { pain: [], person: [] }],
    ['person.ageYears', { pain: [], person: { ageYears: 500 } }],
    ['person.sex', { pain: [], person: { sex: 'f' } }],
    ['history.onset', { pain: [], history: { onset: 'suden' } }],
    ['history.durationDays', { pain: [], history: { durationDays: -1 } }],
    ['history.factors[0]', { pain: [], history: { factors: ['stres'] } }],
    ['history.worseWith[0]', { pain: [], history: { worseWith: ['neck-rotation-rigth'] } }],
    ['history.betterWith', { pain: [], history: { betterWith: 'rest' } }],
    ['answers', { pain: [], answers: [] }],
    ['findings', { pain: [], findings: {} }],
    ['findings[0].side', { pain: [], findings: [{ muscle: 'masseter', side: null }] }],
    ['findings[0].tender', { pain: [], findings: [{ muscle: 'masseter', side: 'left', tender: 'yes' }] }],
    ['findings[0].thresholdKPa', { pain: [], findings: [{ muscle: 'masseter', side: 'left', thresholdKPa: 0 }] }],
    ['painted', { painted: null }],
    ['painted', { painted: 'all over' }],
  ])('is at %s', (path, rest) => {
    expect(paths({ schema, ...rest })).toEqual([path])
  })

  it('is a region that a drawing names wrongly, or without its side', () => {
    const look = { intensity: 4, quality: [] }
    const strokes = [
      { region: 'tempel', side: 'left', ...look },
      { region: 'temple', side: null, ...look },
      { region: 'sternum', side: 'left', ...look },
      { region: 'temple', side: 'right', ...look },
    ]
    expect(paths({ schema, painted: { schema: 'unknot.drawing/1', body: 'b', strokes } })).toEqual([
      'painted.strokes[0].region',
      'painted.strokes[1].side',
      'painted.strokes[2].side',
    ])
  })

  it('is told with what to do about it', () => {
    const found = problems({ schema, pain: [{ region: 'temple' }], findings: [{ muscle: 'trapezus', side: 'left' }] })
    expect(found.map((problem) => problem.hint)).toEqual(['add "side": "left" or "right"', 'did you mean "trapezius"?'])
  })
})

describe('what a person wrote', () => {
  const words = 'Maria Muster, born 1980, has leukaemia\n\u001b[31m'
  const wrong = {
    schema: words,
    [words]: 1,
    person: { sex: words, [words]: 1 },
    pain: [{ region: words, side: words, quality: [words], [words]: words }, words],
    history: { onset: words, worseWith: [words] },
    answers: { [words]: words },
    painted: { schema: words, body: 'b', strokes: [{ region: words, side: words, [words]: words }], [words]: 1 },
    findings: [{ muscle: 'masseter', part: words, side: 'left' }],
  }

  it('is repeated in no problem', () => {
    const said = JSON.stringify(problems(wrong))
    expect(problems(wrong).length).toBeGreaterThan(14)
    for (const word of ['Muster', 'born', '1980', 'leukaemia', '\\u001b', '\\n']) expect(said).not.toContain(word)
  })

  it('breaks no line of the list of problems', () => {
    for (const { path, message, hint } of problems(wrong)) expect(`${path}${message}${hint}`).not.toMatch(/\p{Cc}/u)
  })
})

describe('any value at all', () => {
  it('is answered with a case or with problems, never with a crash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = model.parseCase(value)
        expect(parsed.ok || parsed.problems.length > 0).toBe(true)
      }),
    )
  })

  it('put into any field of a case is answered alike', () => {
    const fields = ['schema', 'person', 'pain', 'painted', 'history', 'answers', 'findings', '__proto__']
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        const text = `{"schema":"${schema}","pain":[],${JSON.stringify(field)}:${JSON.stringify(value)}}`
        const parsed = parseCaseText(text, model.parseCase)
        for (const problem of parsed.ok ? [] : parsed.problems) expect(problem.path).not.toBe('')
      }),
    )
  })

  it('may be nested a hundred thousand deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(pathsOfText(`{"schema":"${schema}","pain":[],"painted":{"schema":${deep}}}`)).toContain('painted.schema')
    expect(pathsOfText(`{"schema":"${schema}","pain":${deep}}`)).toEqual(['pain[0]'])
  })
})
