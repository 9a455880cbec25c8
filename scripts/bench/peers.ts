/**
 * General programs on problems that they can still do, beside ours on the same problems in the same run.
 *
 * They are fetched into `dist/bench-peers`, with pinned versions and without running their scripts, and belong to
 * nothing that is shipped.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { blankCase } from '../../src/core/pain/case.ts'
import { indexEvidence } from '../../src/core/ranking/evidence.ts'
import { logit } from '../../src/core/ranking/logistic.ts'
import { settled } from '../../src/core/ranking/parameters.ts'
import { posterior } from '../../src/core/ranking/posterior.ts'
import { groundOf, layAgainst } from '../../src/core/ranking/problem.ts'
import { rankCase, rankingModel } from '../../src/core/ranking/rank.ts'
import { search } from '../../src/core/ranking/search.ts'
import { crowdOf } from '../../src/core/ranking/simulation/people.ts'
import type { Baked } from '../baked.ts'
import { asCoins, atlasOf, chanceOf, exactMarginals, leak, type Network, networkOf } from './network.ts'

export type PeerLine = {
  readonly program: string
  readonly problem: string
  readonly ms: number
  /** How many times as long as ours on the same problem. */
  readonly ratio: number
  /** Largest error of a marginal; null where it gives no probability. */
  readonly error: number | null
}

const folder = fileURLToPath(new URL('../../dist/bench-peers/', import.meta.url))
const load = createRequire(`${folder}package.json`)

/** False where they cannot be fetched. */
export function fetchPeers(): boolean {
  mkdirSync(folder, { recursive: true })
  copyFileSync(fileURLToPath(new URL('peers-package.json', import.meta.url)), `${folder}package.json`)
  if (existsSync(`${folder}node_modules/webppl`)) return true
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--silent']
  return spawnSync('npm', args, { cwd: folder, stdio: 'ignore' }).status === 0
}

type Answer = { readonly ms: number; readonly marginal: readonly number[] | null }

export async function comparePeers(baked: Baked): Promise<PeerLine[]> {
  const network = networkOf(3, 8, 24, 4)
  const truth = exactMarginals(network)
  const own = ours(network)
  const lines: PeerLine[] = []
  const problem = '8 causes, 24 findings, 4 causes each'
  const add = (program: string, { ms, marginal }: Answer, than: number, on: string) => {
    const error = marginal === null ? null : Math.max(...marginal.map((p, i) => Math.abs(p - truth[i]!)))
    lines.push({ program, problem: on, ms, ratio: ms / than, error })
  }
  add('this engine', own, own.ms, problem)
  add(
    'plain counting of all sets',
    timedAnswer(5, () => exactMarginals(network)),
    own.ms,
    problem,
  )
  add('bayesjs 0.6.5, junction tree', bayesjs(network), own.ms, problem)
  for (const samples of [1000, 20_000]) {
    add(`jsbayes 0.1.0, ${samples} samples`, await jsbayes(network, samples), own.ms, problem)
  }
  add('webppl 0.9.15, enumeration', await webppl(network, 'enumerate'), own.ms, problem)
  add('webppl 0.9.15, MCMC 5,000', await webppl(network, 'MCMC', 5000), own.ms, problem)

  const drawings = drawnBy(baked)
  add('this engine', { ms: drawings.own, marginal: null }, drawings.own, drawings.problem)
  add('ml-fcnnls 3.0.0', { ms: drawings.theirs, marginal: null }, drawings.own, drawings.problem)
  return lines
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

function timedAnswer(rounds: number, run: () => readonly number[]): Answer {
  const times: number[] = []
  let marginal: readonly number[] = []
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    marginal = run()
    times.push(performance.now() - from)
  }
  return { ms: medianOf(times), marginal }
}

function ours(network: Network): Answer {
  const atlas = atlasOf(network)
  const ground = groundOf(atlas, asCoins) // made once for an atlas, like a compiled model
  const share = Float64Array.from(network.findings, ({ is }) => (is ? 1 : 0))
  const quality = new Float64Array(share.length * 9)
  const observation = { share, quality, paintedMm2: share.slice(), isNamed: new Uint8Array(share.length) }
  const logOdds = Float64Array.from(atlas.rows, ({ prior }) => logit(prior))
  const flat = { ...ground, parameters: { ...asCoins, crowdPenalty: 0 } }
  return timedAnswer(60, () => {
    const problem = layAgainst(flat, observation, logOdds, [])
    return [...posterior(problem, search(problem, { ...settled, beam: 256 })).raw]
  })
}

type Cpt = { when: Record<string, string>; then: Record<string, number> }[]

function combinations(parents: readonly number[], hazards: readonly number[]): Cpt {
  return Array.from({ length: 2 ** parents.length }, (_, mask) => {
    const hazard = hazards.reduce((sum, w, k) => sum + (mask & (1 << k) ? w : 0), leak)
    const when = Object.fromEntries(parents.map((i, k) => [`c${i}`, mask & (1 << k) ? 'T' : 'F']))
    // biome-ignore lint/suspicious/noThenProperty: so bayesjs names what follows from a combination
    return { when, then: { T: chanceOf(hazard), F: 1 - chanceOf(hazard) } }
  })
}

function bayesjs(network: Network): Answer {
  const { inferences } = load('bayesjs')
  const nodes: Record<string, unknown> = {}
  for (let i = 0; i < network.causes; i++) {
    nodes[`c${i}`] = { id: `c${i}`, states: ['T', 'F'], parents: [], cpt: { T: network.prior, F: 1 - network.prior } }
  }
  const given: Record<string, string> = {}
  for (const [f, { parents, hazards, is }] of network.findings.entries()) {
    const cpt = combinations(parents, hazards)
    nodes[`f${f}`] = { id: `f${f}`, states: ['T', 'F'], parents: parents.map((i) => `c${i}`), cpt }
    given[`f${f}`] = is ? 'T' : 'F'
  }
  const from = performance.now()
  const marginal = Array.from({ length: network.causes }, (_, i): number =>
    inferences.junctionTree.infer(nodes, { [`c${i}`]: 'T' }, given),
  )
  return { ms: performance.now() - from, marginal }
}

/** Nested tables, the first parent outermost, each with its true half first. */
function nested(hazards: readonly number[], hazard = leak): unknown {
  const [first, ...rest] = hazards
  if (first === undefined) return [chanceOf(hazard), 1 - chanceOf(hazard)]
  return [nested(rest, hazard + first), nested(rest, hazard)]
}

type JsNode = { addParent(node: JsNode): JsNode; cpt: unknown; probs(): number[] }

async function jsbayes(network: Network, samples: number): Promise<Answer> {
  const graph = load('jsbayes').newGraph()
  const causes = Array.from({ length: network.causes }, (_, i): JsNode => {
    const node = graph.addNode(`c${i}`, ['T', 'F'])
    node.cpt = [network.prior, 1 - network.prior]
    return node
  })
  for (const [f, { parents, hazards }] of network.findings.entries()) {
    const node: JsNode = graph.addNode(`f${f}`, ['T', 'F'])
    for (const i of parents) node.addParent(causes[i]!)
    node.cpt = nested(hazards)
  }
  // It looks names up once: nothing may be added after the first observation.
  for (const [f, { is }] of network.findings.entries()) graph.observe(`f${f}`, is ? 'T' : 'F')
  const from = performance.now()
  await graph.sample(samples)
  return { ms: performance.now() - from, marginal: causes.map((node) => node.probs()[0]!) }
}

async function webppl(network: Network, method: 'enumerate' | 'MCMC', samples = 0): Promise<Answer> {
  const findings = network.findings.map(({ parents, hazards, is }) => ({ parents, hazards, is }))
  const options = method === 'enumerate' ? "{ method: 'enumerate' }" : `{ method: 'MCMC', samples: ${samples} }`
  const code = `
    var findings = ${JSON.stringify(findings)}
    var model = function() {
      var z = repeat(${network.causes}, function() { return flip(${network.prior}) })
      map(function(f) {
        var h = sum(mapN(function(k) { return z[f.parents[k]] ? f.hazards[k] : 0 }, f.parents.length)) + ${leak}
        factor(Math.log(f.is ? 1 - Math.exp(-h) : Math.exp(-h)))
      }, findings)
      return z
    }
    var found = Infer(${options}, model)
    mapN(function(i) { return expectation(found, function(z) { return z[i] ? 1 : 0 }) }, ${network.causes})`
  const from = performance.now()
  const marginal = await new Promise<number[]>((resolve) => {
    load('webppl').run(code, (_: unknown, value: number[]) => resolve(value))
  })
  return { ms: performance.now() - from, marginal }
}

/** Whole drawings: shares of paint explained by non-negative amounts of the sources that meet it. */
function drawnBy({ knowledge, body, atlas }: Baked): { own: number; theirs: number; problem: string } {
  const { fcnnlsVector } = load('ml-fcnnls')
  const model = rankingModel(atlas, indexEvidence(knowledge))
  const crowd = crowdOf(knowledge, body, atlas)
  const own: number[] = []
  const theirs: number[] = []
  for (let seed = 0; seed < 12; seed++) {
    const painted = { surface: body, paint: crowd.person(60_100 + seed, undefined, 2).paint }
    rankCase(model, blankCase, painted)
    const from = performance.now()
    const { problem } = rankCase(model, blankCase, painted).trace
    own.push(performance.now() - from)
    const rows = [...atlas.rows.keys()].filter((i) => problem.meetsPaint[i] === 1)
    const columns = Array.from({ length: atlas.patchCount }, () => new Array<number>(rows.length).fill(0))
    for (const [column, i] of rows.entries()) {
      for (let k = atlas.rowStart[i]!; k < atlas.rowStart[i + 1]!; k++)
        columns[atlas.patchOf[k]!]![column] = chanceOf(atlas.hazard[k]!)
    }
    const then = performance.now()
    try {
      fcnnlsVector(columns, [...problem.observation.share])
      theirs.push(performance.now() - then)
    } catch {
      // it gives up on matrices that are singular to it: such a drawing is left out for both
      own.pop()
    }
  }
  return {
    own: medianOf(own),
    theirs: medianOf(theirs),
    problem: `${own.length} whole drawings on ${atlas.patchCount} patches`,
  }
}
