/** `unknot rank`: one case from a file or standard input, or many, one a line. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Case } from '../core/pain/case.ts'
import type { Parsed } from '../core/units.ts'
import type { Model } from '../service/model.ts'
import { parseCaseText } from '../service/parse-case.ts'
import { rank } from '../service/rank.ts'
import { openBaked, readInput } from './data.ts'
import { badCall, badInput, Failure } from './failure.ts'
import { rankingReport } from './rank-report.ts'

export async function rankCommand(args: readonly string[]): Promise<void> {
  const flags = args.filter((arg) => arg.startsWith('--'))
  const files = args.filter((arg) => !arg.startsWith('--'))
  for (const flag of flags) {
    if (flag !== '--json' && flag !== '--jsonl') throw badCall(`rank knows no ${flag}`, 'it knows --json and --jsonl')
  }
  const [file] = files
  if (file === undefined || files.length > 1)
    throw badCall('rank takes one file', 'unknot rank CASE.json, or - for standard input')
  const model = openBaked()
  if (flags.includes('--jsonl')) return rankLines(model, file)
  const parsed = parseCaseText(await readInput(file), model.parseCase)
  if (!parsed.ok) throw badInput(parsed.problems)
  const answer = rank(model, parsed.value)
  process.stdout.write(
    flags.includes('--json') ? `${JSON.stringify(answer, null, 2)}\n` : rankingReport(model, parsed.value, answer),
  )
}

/**
 * One case a line in, one ranking a line out, in order. All lines are read and checked before the first answer is
 * printed, so that bad input leaves nothing on standard output.
 */
async function rankLines(model: Model, file: string): Promise<void> {
  const cases: Case[] = []
  const problems: Extract<Parsed<Case>, { ok: false }>['problems'][number][] = []
  let number = 0
  const input = file === '-' ? process.stdin : createReadStream(file)
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() === '') continue
      const parsed = parseCaseText(line, model.parseCase)
      if (parsed.ok) cases.push(parsed.value)
      else problems.push(...parsed.problems.map((problem) => ({ ...problem, path: `line ${number}: ${problem.path}` })))
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw new Failure(3, `the file "${file}" can't be read: check its name and rights.`)
  }
  if (problems.length > 0) throw badInput(problems)
  for (const given of cases) {
    if (!process.stdout.write(`${JSON.stringify(rank(model, given))}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve))
    }
  }
}
