/** The body the tests look at: built once from the repository's own records. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Body, LandmarkRecord } from '../../src/core/body/body.ts'
import { buildBody } from '../../src/core/body/body.ts'

function recordsIn<T>(folder: string): readonly T[] {
  const at = new URL(`../../knowledge/${folder}/`, import.meta.url)
  return readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, at), 'utf8')) as T)
}

export const landmarkRecords = recordsIn<LandmarkRecord>('landmarks')
export const regionRecords = recordsIn<{ readonly id: string; readonly sided: boolean }>('regions')

let built: Body | null = null

export function oneBody(): Body {
  built ??= buildBody(landmarkRecords, regionRecords)
  return built
}
