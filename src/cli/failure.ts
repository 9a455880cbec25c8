/** How the command line ends badly: bad input 2, an unreadable file 3, everything else 1. */
import type { Problem } from '../core/units.ts'

export class Failure extends Error {
  readonly exitCode: 1 | 2 | 3
  readonly problems: readonly Problem[]

  constructor(exitCode: 1 | 2 | 3, message: string, problems: readonly Problem[] = []) {
    super(message)
    this.exitCode = exitCode
    this.problems = problems
  }
}

export function badInput(problems: readonly Problem[]): Failure {
  return new Failure(2, 'bad input', problems)
}

/** A call that the command line does not understand: bad input of its own. */
export function badCall(message: string, hint: string): Failure {
  return badInput([{ code: 'call', path: 'command', message, hint }])
}

export function problemLine(problem: Problem): string {
  return `${problem.path}: ${problem.message}${problem.hint === '' ? '' : ` (${problem.hint})`}`
}
