/** `unknot rank`: one case from a file or standard input, or many, one a line. */
import type { Case } from '../core/pain/case.ts'
import type { Problem } from '../core/units.ts'
import type { Model } from '../service/model.ts'
import { parseCaseText } from '../service/parse-case.ts'
import { rank } from '../service/rank.ts'
import { numberedLines, openBaked, readInput, splitArgs } from './data.ts'
import { badCall, badInput } from './failure.ts'
import { answerLines, rankInPool, worthAPool } from './rank-pool.ts'
import { rankingReport } from './rank-report.ts'

export async function rankCommand(args: readonly string[]): Promise<void> {
  const { flags, names: files } = splitArgs(args)
  for (const flag of flags) {
    if (flag !== '--json' && flag !== '--jsonl') throw badCall(`rank knows no ${flag}`, 'it knows --json and --jsonl')
  }
  const [file] = files
  if (file === undefined || files.length > 1)
    throw badCall('rank takes one file', 'unknot rank CASE.json, or - for standard input')
  const model = openBaked()
  const text = await readInput(file)
  if (flags.includes('--jsonl')) return rankLines(model, text)
  const parsed = parseCaseText(text, model.parseCase)
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
async function rankLines(model: Model, text: string): Promise<void> {
  const cases: Case[] = []
  const problems: Problem[] = []
  for (const { number, line } of numberedLines(text)) {
    const parsed = parseCaseText(line, model.parseCase)
    if (parsed.ok) cases.push(parsed.value)
    else for (const problem of parsed.problems) problems.push({ ...problem, path: `line ${number}: ${problem.path}` })
  }
  if (problems.length > 0) throw badInput(problems)
  if (cases.length >= worthAPool) return rankInPool(model, cases, write)
  for (const given of cases) await write(answerLines(model, [given]))
}

async function write(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
