/** `unknot screen`: one case, or the list of all questions. */
import type { Model } from '../service/model.ts'
import { parseCaseText } from '../service/parse-case.ts'
import { screen } from '../service/screen.ts'
import { openBaked, readInput, splitArgs } from './data.ts'
import { badCall, badInput } from './failure.ts'
import { screeningLines } from './screen-report.ts'

export async function screenCommand(args: readonly string[]): Promise<void> {
  const { flags, names: files } = splitArgs(args)
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--questions')
  if (unknown !== undefined) throw badCall(`screen knows no ${unknown}`, 'it knows --json and --questions')
  const model = openBaked()
  if (flags.includes('--questions')) {
    if (files.length > 0) throw badCall('screen --questions takes no file', 'leave the file out')
    process.stdout.write(
      flags.includes('--json') ? `${JSON.stringify(questions(model), null, 2)}\n` : questionList(model),
    )
    return
  }
  const [file] = files
  if (file === undefined || files.length > 1)
    throw badCall('screen takes one file', 'unknot screen CASE.json, or - for standard input')
  const parsed = parseCaseText(await readInput(file), model.parseCase)
  if (!parsed.ok) throw badInput(parsed.problems)
  const answer = screen(model, parsed.value)
  process.stdout.write(
    flags.includes('--json')
      ? `${JSON.stringify(answer, null, 2)}\n`
      : `${screeningLines(model, answer, true).join('\n')}\n`,
  )
}

function questions(model: Model) {
  return model.knowledge.questions.map(({ id, text, group, asks, ifYes, within, because }) => ({
    id,
    text,
    group,
    asks,
    ifYes,
    ...(within === undefined ? {} : { within }),
    because,
  }))
}

function questionList(model: Model): string {
  const groups = [...new Set(model.knowledge.questions.map((question) => question.group))]
  const lines = groups.flatMap((group) => [
    group.replace(/-/g, ' ').toUpperCase(),
    ...model.knowledge.questions
      .filter((question) => question.group === group)
      .map((question) => `  ${question.id}: ${question.text} [${question.ifYes}]`),
    '',
  ])
  return `${lines.join('\n')}\n`
}
