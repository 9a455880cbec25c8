/** The record files of `knowledge/`, as text. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RecordFile } from '../src/knowledge/compile.ts'
import { kinds } from '../src/knowledge/kinds.ts'

export function readRecords(folder: string = fileURLToPath(new URL('../knowledge', import.meta.url))): RecordFile[] {
  return Object.keys(kinds).flatMap((kind) => {
    const names = readdirSync(folder).includes(kind) ? readdirSync(`${folder}/${kind}`) : []
    return names
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ path: `${kind}/${name}`, text: readFileSync(`${folder}/${kind}/${name}`, 'utf8') }))
  })
}

/** A short name for the state of the records: twelve hexadecimal digits of their hash. */
export function editionOf(files: readonly RecordFile[]): string {
  const hash = createHash('sha256')
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${file.path}\n${file.text}\n`)
  return hash.digest('hex').slice(0, 12)
}
