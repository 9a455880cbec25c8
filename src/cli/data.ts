/** Opens the baked data that lies beside the built command line. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Model, openModel } from '../service/model.ts'
import { Failure } from './failure.ts'

const folder = fileURLToPath(new URL('./data/', import.meta.url))

export function openBaked(): Model {
  try {
    return openModel({
      knowledge: JSON.parse(readFileSync(`${folder}knowledge.json`, 'utf8')) as Knowledge,
      atlas: readFileSync(`${folder}atlas.bin`),
      body: () => readFileSync(`${folder}body.bin`),
    })
  } catch (error) {
    throw new Failure(1, `the built data can't be read (${(error as Error).message}): run "npm run build" again.`)
  }
}

/** A file's text, or standard input for `-`. */
export async function readInput(path: string): Promise<string> {
  try {
    if (path !== '-') return withoutMark(readFileSync(path, 'utf8'))
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return withoutMark(Buffer.concat(parts).toString('utf8'))
  } catch {
    const what = path === '-' ? 'the standard input' : `the file "${path}"`
    throw new Failure(3, `${what} can't be read: check its name and rights.`)
  }
}

/** Some editors put a byte order mark before a text; it means nothing. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** The lines of a text, each with its number; empty ones are left out. */
export function numberedLines(text: string): { readonly number: number; readonly line: string }[] {
  return text
    .split('\n')
    .map((line, index) => ({ number: index + 1, line: line.trim() }))
    .filter(({ line }) => line !== '')
}

/** What begins with a dash is a flag; a dash alone is the standard input. */
export function splitArgs(args: readonly string[]): { readonly flags: string[]; readonly names: string[] } {
  const isFlag = (arg: string) => arg.startsWith('-') && arg !== '-'
  return { flags: args.filter(isFlag), names: args.filter((arg) => !isFlag(arg)) }
}
