/** All muscles of one depth on both sides, as one mesh, with their trigger points as small marks. */
import { BufferAttribute, BufferGeometry, Group, Mesh, Points, Vector3 } from 'three'
import { dotMaterial, muscleMaterial } from './muscle-material.ts'
import { type Ribbon, type RibbonLine, ribbonOf, type Under } from './ribbon.ts'
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
  /** Marks are larger from close by, where fewer are seen. @param mmPerPx  of the body in the middle of the picture */
  sizeDots(mmPerPx: number): void
  dispose(): void
}

type Colours = { readonly muscle: string; readonly dot: string }

export function muscleLayer(
  muscles: readonly LayerMuscle[],
  under: Under,
  mirrorVertex: Uint32Array,
  colours: Colours,
): MuscleLayer {
  const made = muscles.flatMap((muscle, which) =>
    muscle.lines.map((line) => ({ which, line, ...ribbonOf(line, under) })),
  )
  const muscleOfVertex = new Int16Array(mirrorVertex.length).fill(-1)
  for (const { which, skin } of made) {
    for (const v of skin) {
      muscleOfVertex[v] = which
      muscleOfVertex[mirrorVertex[v]!] = which
    }
  }
  const ribbons = [false, true].flatMap((right) =>
    made.map((ribbon) => ({ ribbon, right, tone: toneOf(ribbon.which) })),
  )
  const { geometry, showInk } = ribbonMesh(ribbons, mirrorVertex)
  const mesh = new Mesh(geometry, muscleMaterial(colours.muscle))
  mesh.renderOrder = 3
  const dots = dotsOf(muscles, made, colours.dot)
  const group = new Group()
  group.add(mesh, dots)
  return {
    group,
    muscleOfVertex,
    showInk,
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

type Made = Ribbon & { readonly which: number; readonly line: RibbonLine }

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
  let first = 0
  for (const muscle of muscles) {
    for (const { line, along } of muscle.points) {
      const ribbon = made[first + line]
      if (ribbon === undefined) continue
      const across = ribbon.skin.length / (ribbon.line.pointsMm.length / 3)
      const ring = Math.round(along * (ribbon.line.pointsMm.length / 3 - 1))
      const i = ring * across + (across >> 1)
      const point = new Vector3().fromArray(ribbon.positions, 3 * i)
      at.push(point.x, point.y, point.z, -point.x, point.y, point.z)
      lift.push(ribbon.through[i]! + 3, ribbon.through[i]! + 3)
    }
    first += muscle.lines.length
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(at), 3))
  geometry.setAttribute('lift', new BufferAttribute(Float32Array.from(lift), 1))
  const dots = new Points(geometry, dotMaterial(colour))
  dots.renderOrder = 6
  return dots
}
