/**
 * The body's part of `npm run bench`: a step of the brush as the app takes it (find the skin under the pointer, run the
 * ink along the skin), against the same step with three.js's own search through all triangles, in one run.
 */
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  FrontSide,
  Mesh,
  MeshBasicMaterial,
  Raycaster,
  Vector3,
} from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { buildBody } from '../src/core/body/body.ts'
import { createBrush } from '../src/core/pain/brush.ts'
import { applyStep, emptyInk } from '../src/core/pain/drawing.ts'
import { skinGraph } from '../src/core/pain/skin-graph.ts'
import { bakeCharts, bakeStrands } from './bake-drawn.ts'
import { readBaked } from './baked.ts'

const { body, knowledge } = readBaked()
const brush = createBrush(skinGraph(body))
const geometry = new BufferGeometry()
geometry.setAttribute('position', new BufferAttribute(body.positionsMm, 3))
geometry.setIndex(new BufferAttribute(body.triangles, 1))
const bvh = new MeshBVH(geometry, { indirect: true })
const mesh = new Mesh(geometry, new MeshBasicMaterial({ side: DoubleSide }))
const vertexCount = body.positionsMm.length / 3

/** A ray from a camera four metres away to a spot of the skin that faces it. */
function rayTo(index: number): Raycaster {
  const v = (index * 7919) % vertexCount
  const at = new Vector3().fromArray(body.positionsMm, 3 * v)
  const from = at.clone().addScaledVector(new Vector3().fromArray(body.normals, 3 * v), 4000)
  return new Raycaster(from, at.clone().sub(from).normalize())
}

type Find = (ray: Raycaster) => Vector3 | undefined

function stepTimes(count: number, find: Find): readonly number[] {
  const ink = emptyInk(vertexCount)
  const look = { radiusMm: 18, intensity: 5, quality: [] }
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const ray = rayTo(index)
    const from = performance.now()
    const at = find(ray)
    if (at !== undefined) applyStep(ink, look, null, at.toArray(), brush)
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)
}

const withTree: Find = (ray) => bvh.raycastFirst(ray.ray, FrontSide)?.point
const plain: Find = (ray) => ray.intersectObject(mesh)[0]?.point
stepTimes(200, withTree)
stepTimes(20, plain)
const tree = stepTimes(1500, withTree)
const all = stepTimes(150, plain)
const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)]!
const line = (name: string, times: readonly number[]) =>
  console.log(`${name.padEnd(44)} median ${at(times, 0.5).toFixed(2)} ms   p95 ${at(times, 0.95).toFixed(2)} ms`)
line('brush step: pick and ink, as in the app', tree)
line('the same with a search of all triangles', all)
const times = (share: number) => (at(all, share) / at(tree, share)).toFixed(0)
console.log(`ratio: ${times(0.5)} times quicker at the median, ${times(0.95)} times at p95 (${vertexCount} vertices)`)

const folder = fileURLToPath(new URL('../dist/data/', import.meta.url))
const kB = (name: string) => (statSync(`${folder}${name}.br`).size / 1000).toFixed(0)
const files = ['body.bin', 'strands.json', 'charts.json']
const total = files.reduce((sum, name) => sum + readFileSync(`${folder}${name}.br`).length, 0)
console.log(
  `shipped for the body: ${files.map((name) => `${name} ${kB(name)} kB`).join(', ')}; ${(total / 1000).toFixed(0)} kB`,
)

const cpuS = (run: () => void) => {
  const before = process.cpuUsage()
  run()
  return (process.cpuUsage(before).user / 1e6).toFixed(1)
}
const built = cpuS(() => void buildBody(knowledge.landmarks, knowledge.regions))
const drawn = cpuS(() => void [bakeStrands(body, knowledge.muscles), bakeCharts(body)])
console.log(`baking: surface, regions, patches and landmarks ${built} s, muscles and charts ${drawn} s of one core`)
