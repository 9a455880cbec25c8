/** `unknot --help`, and what to do after a word that is no command. */
import { nearest } from '../knowledge/nearest.ts'
import { badCall } from './failure.ts'

const commands = ['rank', 'screen', 'ripple', 'show', 'about', 'help']

const text = `unknot: finds what would explain a pain, and what to press next.

  unknot rank CASE.json            ranks one case and prints a readable report
  unknot rank CASE.json --json     the same as unknot.ranking/1
  unknot rank - --json             the case on standard input
  unknot rank CASES.jsonl --jsonl  one case a line in, one ranking a line out
  unknot screen CASE.json          what speaks against treating, and what to do
  unknot screen --questions        every screening question
  unknot ripple ASK.json           who works harder when one muscle can't (--json, --jsonl)
  unknot ripple --tasks            its tasks; --strengths and --moment-arms list the model
  unknot show MUSCLE               a muscle, its points, how to find and treat it
  unknot show SOURCE               another source of pain, such as facet.c2-3
  unknot about                     what this is made of
  unknot --version

Examples
  echo '{"schema":"unknot.case/1","pain":[{"region":"temple","side":"right"}]}' | unknot rank -
  unknot show trapezius
  unknot show "traps"

Sides are the person's own. A wrong input ends with 2 and a line a problem, an unreadable file with 3.
`

export async function help(args: readonly string[]): Promise<void> {
  if (args[0] === 'unknown') {
    const near = nearest(args[1] ?? '', commands)
    throw badCall(`"${args[1]}" is no command`, near === '' ? 'unknot --help lists them' : `did you mean "${near}"?`)
  }
  process.stdout.write(text)
}
