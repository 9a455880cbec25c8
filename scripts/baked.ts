/** The baked data, as the tests, the fit and the bench read it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Body, decodeBody } from '../src/core/body/body.ts'
import type { Atlas } from '../src/core/ranking/atlas.ts'
import { decodeAtlas } from '../src/core/ranking/atlas-file.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'

export type Baked = { readonly knowledge: Knowledge; readonly body: Body; readonly atlas: Atlas }

const folder = fileURLToPath(new URL('../dist/data/', import.meta.url))

export function readBaked(): Baked {
  return {
    knowledge: JSON.parse(readFileSync(`${folder}knowledge.json`, 'utf8')) as Knowledge,
    body: decodeBody(readFileSync(`${folder}body.bin`)),
    atlas: decodeAtlas(readFileSync(`${folder}atlas.bin`)),
  }
}
