/** `unknot ripple`: who works harder when one muscle can't, and what the model of it is made of. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Problem } from '../core/units.ts'
import type { RippleAnswer, RippleAsk } from '../ripple/ask.ts'
import { momentArms } from '../ripple/moment-arms.ts'
import { openRipple } from '../ripple/open.ts'
import { ripple } from '../ripple/ripple.ts'
import type { Model } from '../service/model.ts'
import { parseRippleText } from '../service/parse-ripple.ts'
import { rippleStrengths, rippleTasks } from '../service/ripple.ts'
import { openBaked, readInput } from './data.ts'
import { badCall, badInput, Failure } from './failure.ts'
import { besidePublished } from './published-arms.ts'
import { sided, wrap } from './words.ts'

const flagsKnown = ['--json', '--jsonl', '--tasks', '--moment-arms', '--strengths']

export async function rippleCommand(args: readonly string[]): Promise<void> {
  const flags = args.filter((arg) => arg.startsWith('--'))
  const files = args.filter((arg) => !arg.startsWith('--'))
  const wrong = flags.find((flag) => !flagsKnown.includes(flag))
  if (wrong !== undefined) throw badCall(`ripple knows no ${wrong}`, `it knows ${flagsKnown.join(', ')}`)
  const lists = flags.filter((flag) => ['--tasks', '--moment-arms', '--strengths'].includes(flag))
  if (lists.length > 1 || (lists.length === 1 && files.length > 0))
    throw badCall('ripple answers one thing at a time', `use ${lists[0]} alone`)
  const json = flags.includes('--json')
  const model = openBaked()
  if (lists[0] === '--tasks')
    return print(rippleTasks(model.knowledge), json, (one) => `${one.id.padEnd(26)} ${one.picture}`)
  if (lists[0] === '--strengths') {
    return print(
      rippleStrengths(model.knowledge),
      json,
      (one) => `${nameOf(one).padEnd(52)} ${String(one.maxForceN).padStart(6)} N`,
    )
  }
  if (lists[0] === '--moment-arms') {
    const { kinematics } = await openRipple(model.knowledge)
    const arms = momentArms(kinematics)
    print(
      arms,
      json,
      (one) =>
        `${`${nameOf(one)} ${one.side}`.padEnd(52)} ${`${one.joint} ${one.movement} ${one.towards ?? ''}`.padEnd(36)} ${one.pose.padEnd(22)} ${one.cm.toFixed(1)} cm`,
    )
    if (!json) process.stdout.write(besidePublished(arms, model.knowledge.momentArms))
    return
  }
  const [file] = files
  if (file === undefined || files.length > 1)
    throw badCall('ripple takes one file', 'unknot ripple ASK.json, or - for standard input')
  if (flags.includes('--jsonl')) return rippleLines(model, file)
  const parsed = parseRippleText(model.knowledge, await readInput(file))
  if (!parsed.ok) throw badInput(parsed.problems)
  const answer = ripple(parsed.value, await openRipple(model.knowledge))
  process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : report(model, parsed.value, answer))
}

/** One ask a line in, one answer a line out. All lines are checked before the first answer is printed. */
async function rippleLines(model: Model, file: string): Promise<void> {
  const asks: RippleAsk[] = []
  const problems: Problem[] = []
  let number = 0
  const input = file === '-' ? process.stdin : createReadStream(file)
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() === '') continue
      const parsed = parseRippleText(model.knowledge, line)
      if (parsed.ok) asks.push(parsed.value)
      else problems.push(...parsed.problems.map((problem) => ({ ...problem, path: `line ${number}: ${problem.path}` })))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw new Failure(3, `the file "${file}" can't be read: check its name and rights.`)
  }
  if (problems.length > 0) throw badInput(problems)
  const opened = await openRipple(model.knowledge)
  for (const ask of asks) {
    if (!process.stdout.write(`${JSON.stringify(ripple(ask, opened))}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve))
    }
  }
}

function print<T>(list: readonly T[], json: boolean, line: (one: T) => string): void {
  process.stdout.write(json ? `${JSON.stringify(list, null, 1)}\n` : `${list.map(line).join('\n')}\n`)
}

function nameOf(one: {
  readonly muscle: string
  readonly part: string | null
  readonly element: string | null
}): string {
  return [one.muscle, one.part, one.element].filter((name) => name !== null).join(' ')
}

const shownAtMost = 10
const shownFromN = 3

function report(model: Model, ask: RippleAsk, answer: RippleAnswer): string {
  const task = model.knowledge.tasks.find((one) => one.id === ask.task)
  const name = (muscle: string, part: string | null, side: 'left' | 'right') => {
    const record = model.knowledge.muscles.find((one) => one.id === muscle)
    const label = record?.parts.find((one) => one.id === part && part !== null)?.name ?? record?.name.en ?? muscle
    return sided(label, side)
  }
  const lines = [`${task?.name ?? ask.task}: ${task?.picture ?? ''}`, '']
  if (!answer.held) {
    lines.push(
      wrap(
        `This can't be held: ${answer.worstReserveNm.toFixed(1)} newton metres are missing. What follows is no ripple; it is where the muscles end.`,
      ),
      '',
    )
  }
  lines.push(...whoTakesOver(answer, name))
  for (const load of answer.muscles
    .filter((one) => Math.abs(one.afterN - one.beforeN) >= shownFromN)
    .slice(0, shownAtMost)) {
    const share = `${Math.round(load.beforeActivation * 100)} to ${Math.round(load.afterActivation * 100)} % of its strength`
    lines.push(
      `  ${name(load.muscle, load.part, load.side).padEnd(44)} ${String(Math.round(load.beforeN)).padStart(5)} to ${String(Math.round(load.afterN)).padStart(5)} N   ${share}   ${load.confidence}`,
    )
  }
  const moved = answer.posture.filter((one) => Math.abs(one.afterDeg - one.beforeDeg) >= 0.5)
  for (const one of moved)
    lines.push(`  ${one.coordinate}: ${one.beforeDeg.toFixed(0)} to ${one.afterDeg.toFixed(0)} degrees`)
  lines.push(
    '',
    wrap(
      'A mechanical "what if" on a model of one body, not a finding about a person: read direction and rank, not newtons.',
    ),
  )
  return `${lines.join('\n')}\n`
}

type Name = (muscle: string, part: string | null, side: 'left' | 'right') => string

const sureness = {
  always: 'Surely among the first three to take over',
  mostly: 'Likely among them',
  sometimes: 'Perhaps among them',
}

function whoTakesOver(answer: RippleAnswer, name: Name): string[] {
  const lines = (['always', 'mostly', 'sometimes'] as const).flatMap((firstThree) => {
    const names = answer.takesOver.filter((one) => one.firstThree === firstThree)
    const said = names.map(({ muscle, part, side }) => name(muscle, part, side)).join(', ')
    return names.length === 0 ? [] : [wrap(`${sureness[firstThree]}: ${said}.`)]
  })
  return lines.length === 0 ? [] : [...lines, '']
}
