/** Runs the measurement inside a page of the served app, on the data that the app itself loads. */
import { decodeBody } from '../../src/core/body/body-file.ts'
import { decodeAtlas } from '../../src/core/ranking/atlas-file.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { type Figures, measureRanking } from './measures.ts'

async function bytes(name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/data/${name}`)).arrayBuffer())
}

async function measure(peopleCount: number): Promise<Figures> {
  const [body, atlas, knowledge] = await Promise.all([bytes('body.bin'), bytes('atlas.bin'), bytes('knowledge.json')])
  const baked = {
    body: decodeBody(body),
    atlas: decodeAtlas(atlas),
    knowledge: JSON.parse(new TextDecoder().decode(knowledge)) as Knowledge,
  }
  return measureRanking(baked, peopleCount)
}

Object.assign(globalThis, { measureRankingInPage: measure })
