import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { command, example, unknot } from './unknot.ts'

const folder = mkdtempSync(join(tmpdir(), 'unknot-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const desk = readFileSync(example('desk-headache'), 'utf8')
const heel = readFileSync(example('heel'), 'utf8')
const oneLine = (text: string) => JSON.stringify(JSON.parse(text))

describe('unknot rank', () => {
  it('prints one object with the keys of the contract and, after them, the next steps of every kind', () => {
    const { code, out, err } = unknot(['rank', example('desk-headache'), '--json'])
    expect([code, err]).toEqual([0, ''])
    const answer = JSON.parse(out)
    expect(Object.keys(answer)).toEqual([
      ...['schema', 'edition', 'screening', 'sources', 'unexplained', 'pattern', 'next', 'steps'],
    ])
    expect(answer.schema).toBe('unknot.ranking/1')
    expect(answer.screening).toMatchObject({ kind: expect.any(String), flags: expect.any(Array) })
    expect(answer.next[0]).toMatchObject({ kind: 'palpate', side: 'right', gainBits: expect.any(Number) })
    expect(answer.next.every((step: { kind: string }) => step.kind === 'palpate')).toBe(true)
    for (const step of answer.steps) {
      expect(step).toMatchObject({
        gainBits: expect.any(Number),
        seconds: expect.any(Number),
        text: expect.any(String),
      })
    }
  })

  it('reads the standard input for a dash, with a byte order mark and Windows line ends too', () => {
    const fromFile = unknot(['rank', example('desk-headache'), '--json'])
    expect(unknot(['rank', '-', '--json'], desk)).toEqual(fromFile)
    expect(unknot(['rank', '--json', '-'], `\uFEFF${desk.replaceAll('\n', '\r\n')}`)).toEqual(fromFile)
  })

  it('prints a report for eyes: safety first, then sources with a share and a side, then that it is no diagnosis', () => {
    const { code, out, err } = unknot(['rank', example('desk-headache')])
    expect([code, err]).toEqual([0, ''])
    const order = [
      /^Safety/m,
      /What would explain the drawing/,
      /right Upper trapezius/,
      /Press next/,
      /not a diagnosis/,
    ]
    const at = order.map((words) => out.search(words))
    expect(Math.min(...at)).toBeGreaterThanOrEqual(0)
    expect(at).toEqual([...at].sort((a, b) => a - b))
  })

  it('puts an emergency before everything and asks for no pressing', () => {
    const { code, out } = unknot(['rank', example('chest-left-arm')])
    expect(code).toBe(0)
    expect(out.startsWith('EMERGENCY')).toBe(true)
    expect(out).not.toContain('Press next')
  })
})

describe('unknot rank --jsonl', () => {
  it('answers one line a line, in order, each as it would alone', () => {
    const lines = [oneLine(heel), '', `${oneLine(desk)}\r`, oneLine(heel)].join('\n')
    const { code, out, err } = unknot(['rank', fileOf('cases.jsonl', `\uFEFF${lines}\n`), '--jsonl'])
    expect([code, err]).toEqual([0, ''])
    const answers = out.trimEnd().split('\n')
    expect(answers.length).toBe(3)
    expect(answers[0]).toBe(answers[2])
    expect(JSON.parse(answers[1]!)).toEqual(JSON.parse(unknot(['rank', '-', '--json'], desk).out))
  })

  it('prints nothing when one of many lines is wrong, and says which', () => {
    const wrong = oneLine(heel).replace('"heel"', '"hel"')
    const { code, out, err } = unknot(['rank', '-', '--jsonl'], [oneLine(desk), wrong, 'not json'].join('\n'))
    expect([code, out]).toEqual([2, ''])
    const { problems } = JSON.parse(err)
    expect(problems.map((problem: { path: string }) => problem.path)).toEqual([
      'line 2: pain[0].region',
      'line 3: (whole)',
    ])
  })

  it('answers no lines with no lines', () => {
    expect(unknot(['rank', '-', '--jsonl'], '\n\n')).toEqual({ code: 0, out: '', err: '' })
  })

  it('answers many in their order, each as it would alone', () => {
    const names = ['desk-headache', 'heel', 'buttock-leg', 'palpated']
    const texts = names.map((name) => oneLine(readFileSync(example(name), 'utf8')))
    const alone = unknot(['rank', '-', '--jsonl'], texts.join('\n')).out.trim().split('\n')
    const order = Array.from({ length: 150 }, (_, i) => (i * i + (i % 7)) % names.length)
    const { code, out } = unknot(['rank', '-', '--jsonl'], order.map((at) => texts[at]).join('\n'))
    expect(code).toBe(0)
    const lines = out.trim().split('\n')
    expect(lines.length).toBe(order.length)
    expect(lines.every((line, i) => line === alone[order[i]!])).toBe(true)
  })
})

describe('bad input', () => {
  it('ends with 2, one line a problem on standard error, nothing on standard output', () => {
    const { code, out, err } = unknot(['rank', example('wrong')])
    expect([code, out]).toEqual([2, ''])
    const lines = err.trimEnd().split('\n')
    expect(lines.length).toBe(4)
    for (const line of lines) expect(line).toMatch(/^[\w[\].]+: .+ \(.+\)$/)
  })

  it('is one object of problems with --json', () => {
    const { code, out, err } = unknot(['rank', example('wrong'), '--json'])
    expect([code, out]).toEqual([2, ''])
    const { problems, ...rest } = JSON.parse(err)
    expect(rest).toEqual({})
    expect(problems.length).toBe(4)
    for (const problem of problems) expect(Object.keys(problem)).toEqual(['code', 'path', 'message', 'hint'])
  })

  it.each([
    ['nothing', ''],
    ['half a case', desk.slice(0, 200)],
    ['bytes that are no text', new Uint8Array(4096).map((_, i) => (i * 37) % 256)],
    ['NaN', '{"schema":"unknot.case/1","pain":[{"region":"temple","side":"left","intensity":NaN}]}'],
    ['two cases', `${desk}${desk}`],
  ])('is %s', (_, input) => {
    for (const args of [
      ['rank', '-', '--json'],
      ['screen', '-', '--json'],
    ]) {
      const { code, out, err } = unknot(args, input)
      expect([code, out]).toEqual([2, ''])
      expect(JSON.parse(err).problems).toMatchObject([{ code: 'not-json' }])
    }
  })
})

describe('what a command line can do wrong', () => {
  it.each([
    [['rank']],
    [['rank', 'a', 'b']],
    [['rank', '-', '--jsno']],
    [['rank', '-x', '-']],
    [['rnak', '-']],
    [['constructor']],
    [['__proto__']],
    [['']],
    [['screen', '--questions', 'file']],
    [['about', 'more']],
    [['show']],
    [['show', 'no-muscle-is-called-qqqq']],
    [['--nonsense']],
  ])('%j ends with 2 and a line that says what to do', (args) => {
    const { code, out, err } = unknot(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^\w+: .+ \(.+\)\n$/)
  })

  it.each([[['--json']], [['--jsonl']], [[]]])('a file that is not there, or a folder, ends with 3 (%j)', (flags) => {
    for (const path of [join(folder, 'absent.json'), folder]) {
      const { code, out, err } = unknot(['rank', path, ...flags])
      expect([code, out]).toEqual([3, ''])
      expect(err.trimEnd().split('\n').length).toBe(1)
    }
  })

  it('a reader that has seen enough ends it quietly', async () => {
    const many = fileOf('many.jsonl', `${oneLine(heel)}\n`.repeat(40))
    const child = spawn(process.execPath, [command, 'rank', many, '--jsonl'], { stdio: ['ignore', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (part) => {
      err += part
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, err]).toEqual([0, ''])
  })

  it.skipIf(process.platform !== 'linux')('a full disk ends with 1 and one sentence', () => {
    const script = '"$0" "$1" rank "$2" --json > /dev/full'
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, command, example('heel')])
    expect(status).toBe(1)
    expect(stderr.toString()).toMatch(/^unknot: [^\n]+\n$/)
  })
})
