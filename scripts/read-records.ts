/** The record files of `knowledge/`, as text. */
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
