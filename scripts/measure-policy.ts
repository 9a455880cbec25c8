/**
 * Which spot to press next? Policies compared in pairs on simulated people, with standard errors.
 *
 * `tsx scripts/measure-policy.ts [people]` prints the tables of docs/model/ranking.md; 400 people take about an hour on a shared machine.
 */
import { indexEvidence } from '../src/core/ranking/evidence.ts'
import { observe } from '../src/core/ranking/observation.ts'
import { defaultParameters } from '../src/core/ranking/parameters.ts'
import {
  atRandom,
  downTheList,
  type Examined,
  examinerOf,
  likeliest,
  meanOf,
  mostBits,
  mostBitsAndChance,
  oneByOne,
  type Policy,
  type Protocol,
  untilKnown,
  untilPressed,
} from '../src/core/ranking/simulation/examine.ts'
import { crowdOf, usualHabits } from '../src/core/ranking/simulation/people.ts'
import { readBaked } from './baked.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const crowd = crowdOf(knowledge, body, atlas)
const examine = examinerOf(atlas, evidence, defaultParameters)
const cap = evidence.weights('shown-at-most-unpalpated')
const people = Number(process.argv[2] ?? 400)

const policies: Readonly<Record<string, Policy>> = {
  'most bits, as sure as shown': mostBits(cap),
  'most bits, no limit': mostBits(1),
  'most bits and 0.2 for a true one': mostBitsAndChance(cap, 0.2),
  'likeliest of the newest list': likeliest,
  'down the first list': downTheList,
  'one by one down the first list': oneByOne,
  'any of the first twenty': atRandom,
}
const measured = ['toAll', 'toKnown', 'bits', 'nats'] as const

function table(name: string, protocol: Protocol): void {
  const all = new Map<string, Examined[]>(Object.keys(policies).map((policy) => [policy, []]))
  for (let index = 0; index < people; index++) {
    const seed = 93_001 + index
    const { sources, paint } = crowd.person(seed, { ...usualHabits, bothSides: 0 }, 1 + (seed % 3))
    const observation = observe(atlas, { surface: body, paint }, [])
    for (const [policy, choose] of Object.entries(policies)) {
      const way = examine({ sources, observation, seed }, choose, protocol)
      if (way !== null) all.get(policy)!.push(way)
    }
  }
  const list = all.get('down the first list')!
  process.stdout.write(
    `\n${name}, kappa ${protocol.kappa}, ${list.length} people: mean (error); against the first list\n`,
  )
  for (const [policy, ways] of all) {
    const cells = measured.map((key) => {
      const own = meanOf(ways.map((way) => way[key]))
      const gap = meanOf(ways.map((way, index) => way[key] - list[index]![key]))
      return `${key} ${own.mean.toFixed(2)} (${own.error.toFixed(2)}); ${gap.mean.toFixed(2)} (${gap.error.toFixed(2)})`
    })
    const known = ways.filter(({ toKnown }) => toKnown <= protocol.pressesAtMost).length / ways.length
    process.stdout.write(`${policy}: ${cells.join(' | ')} | known ${(100 * known).toFixed(0)} %\n`)
  }
}

table('every muscle once', untilPressed(evidence.weights('finding-familiar-pain-kappa')))
for (const kappa of [0.676, 0.452, 0.8]) table('up to three findings', untilKnown(kappa))
