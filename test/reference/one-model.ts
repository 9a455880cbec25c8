/** The baked model and the example cases of the contract, opened once for the tests that ask them. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Model, openModel } from '../../src/service/model.ts'
import { parseCaseText } from '../../src/service/parse-case.ts'
import { type RankingAnswer, rank, type SourceAnswer } from '../../src/service/rank.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const baked = (name: string) => readFileSync(file(`../../dist/data/${name}`))

export const model: Model = openModel({
  knowledge: JSON.parse(baked('knowledge.json').toString()),
  atlas: baked('atlas.bin'),
  body: () => baked('body.bin'),
})

export function exampleText(name: string): string {
  return readFileSync(file(`examples/${name}.json`), 'utf8')
}

export function rankExample(name: string): RankingAnswer {
  const parsed = parseCaseText(exampleText(name), model.parseCase)
  if (!parsed.ok) throw new Error(`${name} is no case`)
  return rank(model, parsed.value)
}

/** The best of a muscle or of another source on one side: its place in the list from 1, and its probability. */
export function bestOf(answer: RankingAnswer, name: string, side: 'left' | 'right' | null) {
  const index = answer.sources.findIndex((source) => isOf(source, name) && source.side === side)
  if (index < 0) throw new Error(`nothing is called ${name}`)
  return { rank: index + 1, probability: answer.sources[index]?.probability ?? Number.NaN }
}

function isOf(source: SourceAnswer, name: string): boolean {
  return source.id === name || source.id.startsWith(`${name}.`)
}
