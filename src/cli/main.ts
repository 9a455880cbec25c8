/** The command line: finds the command, runs it, says how it ended. */
import { about } from './about.ts'
import { Failure, problemLine } from './failure.ts'
import { help } from './help.ts'
import { rankCommand } from './rank.ts'
import { rippleCommand } from './ripple.ts'
import { screenCommand } from './screen.ts'
import { show } from './show.ts'

const commands = new Map<string, (args: readonly string[]) => Promise<void>>(
  Object.entries({ rank: rankCommand, screen: screenCommand, ripple: rippleCommand, show, about, help }),
)

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  const command = commands.get(name ?? '')
  const wantsHelp = name === undefined || args.includes('--help') || args.includes('-h')
  try {
    if (wantsHelp) await help(name === undefined || name.startsWith('-') ? [] : [name])
    else if (name === '--version') await about(['--version'])
    else if (command !== undefined) await command(rest)
    else await help(['unknown', name])
    return 0
  } catch (error) {
    if (!(error instanceof Failure)) {
      process.stderr.write(`unknot: something went wrong inside: ${(error as Error).message}\n`)
      return 1
    }
    if (error.problems.length > 0) {
      const lines =
        args.includes('--json') || args.includes('--jsonl')
          ? [JSON.stringify({ problems: error.problems })]
          : error.problems.map(problemLine)
      process.stderr.write(`${lines.join('\n')}\n`)
    } else process.stderr.write(`unknot: ${error.message}\n`)
    return error.exitCode
  }
}

// A reader that has seen enough (head, less) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`unknot: the answer can't be written: ${error.code ?? error.message}.\n`)
  process.exit(1)
})
// Nobody is left to be told.
process.stderr.on('error', () => {})
process.exitCode = await main(process.argv.slice(2))
