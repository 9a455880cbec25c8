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
  if (path === '-') {
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
  }
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Failure(3, `the file "${path}" can't be read: check its name and rights.`)
  }
}
