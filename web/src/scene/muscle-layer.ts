/** All muscles of one depth on both sides, as one mesh, with their trigger points as small marks. */
import { BufferAttribute, BufferGeometry, Group, Mesh, Points, Vector3 } from 'three'
import type { Body } from '../model.ts'
import { dotMaterial, muscleMaterial } from './muscle-material.ts'
import { type Shape, shapesOf } from './muscle-shape.ts'
import type { RibbonLine, Under } from './ribbon.ts'
import { ribbonMesh, type ShownInk } from './ribbon-mesh.ts'

export type LayerMuscle = {
  readonly id: string
  readonly lines: readonly RibbonLine[]
  /** Which line each trigger point lies on, and where along it, 0 to 1. */
  readonly points: readonly { readonly line: number; readonly along: number }[]
}

export type MuscleLayer = {
  readonly group: Group
  /** Index of the muscle drawn above or below each vertex of the skin; -1 where none is near. */
  readonly muscleOfVertex: Int16Array
  showInk(ink: ShownInk): void
  /** Makes way for a muscle that was asked for: nearly the colour of the skin, without marks. Null: as before. */
  stepBack(towards: string | null): void
  /** Marks are larger from close by, where fewer are seen. @param mmPerPx  of the body in the middle of the picture */
  sizeDots(mmPerPx: number): void
  dispose(): void
}

type Colours = { readonly muscle: string; readonly dot: string }

export function muscleLayer(
  muscles: readonly LayerMuscle[],
  under: Under,
  { mirrorVertex, triangles }: Pick<Body, 'mirrorVertex' | 'triangles'>,
  colours: Colours,
): MuscleLayer {
  const made = muscles.flatMap((muscle, which) => shapesOf(muscle.lines, under).map((shape) => ({ which, ...shape })))
  const muscleOfVertex = new Int16Array(mirrorVertex.length).fill(-1)
  for (const { which, ribbon } of made) {
    for (const v of ribbon.skin) {
      muscleOfVertex[v] = which
      muscleOfVertex[mirrorVertex[v]!] = which
    }
  }
  for (let round = 0; round < 2; round++) closeGaps(muscleOfVertex, triangles)
  const ribbons = [false, true].flatMap((right) =>
    made.map(({ ribbon, which }) => ({ ribbon, right, tone: toneOf(which) })),
  )
  const { geometry, showInk } = ribbonMesh(ribbons, mirrorVertex)
  const look = muscleMaterial(colours.muscle)
  const mesh = new Mesh(geometry, look.material)
  mesh.renderOrder = 3
  const dots = dotsOf(muscles, made, colours.dot)
  const group = new Group()
  group.add(mesh, dots)
  return {
    group,
    muscleOfVertex,
    showInk,
    stepBack(towards) {
      look.stepBack(towards)
      dots.visible = towards === null
    },
    sizeDots(mmPerPx) {
      dots.material.size = Math.max(2.4, Math.min(11, 6.5 / mmPerPx ** 0.75))
    },
    dispose() {
      for (const child of [mesh, dots]) {
        child.geometry.dispose()
        child.material.dispose()
      }
      group.removeFromParent()
    },
  }
}

type Made = Shape & { readonly which: number }

/** The rows of a sheet lie farther apart than the vertices of the skin: what lies between belongs to it too. */
function closeGaps(muscleOfVertex: Int16Array, triangles: Uint32Array): void {
  const before = muscleOfVertex.slice()
  for (let t = 0; t < triangles.length; t++) {
    const v = triangles[t]!
    if (before[v]! >= 0) continue
    const corners = t - (t % 3)
    for (let c = 0; c < 3; c++)
      if (before[triangles[corners + c]!]! >= 0) muscleOfVertex[v] = before[triangles[corners + c]!]!
  }
}

/** Neighbours in the list differ, so that one muscle ends for the eye where the next begins. */
function toneOf(which: number): number {
  return (which * 0.618) % 1
}

function dotsOf(
  muscles: readonly LayerMuscle[],
  made: readonly Made[],
  colour: string,
): Points<BufferGeometry, ReturnType<typeof dotMaterial>> {
  const at: number[] = []
  const lift: number[] = []
  for (const [which, muscle] of muscles.entries()) {
    for (const { line, along } of muscle.points) {
      const shape = made.find((one) => one.which === which && one.lines.includes(line))
      if (shape === undefined) continue
      const i = shape.ribbon.middle(shape.lines.indexOf(line), along)
      const point = new Vector3().fromArray(shape.ribbon.positions, 3 * i)
      at.push(point.x, point.y, point.z, -point.x, point.y, point.z)
      lift.push(shape.ribbon.through[i]! + 3, shape.ribbon.through[i]! + 3)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(at), 3))
  geometry.setAttribute('lift', new BufferAttribute(Float32Array.from(lift), 1))
  const dots = new Points(geometry, dotMaterial(colour))
  dots.renderOrder = 6
  return dots
}
