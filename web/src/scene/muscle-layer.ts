/** All muscles of one depth on both sides, as one mesh, with their trigger points as small marks. */
import { BufferAttribute, BufferGeometry, Group, Mesh, Points, Vector3 } from 'three'
import type { Ink } from '../model.ts'
import { dotMaterial, muscleMaterial } from './muscle-material.ts'
import { type Ribbon, type RibbonLine, ribbonOf, type Under } from './ribbon.ts'

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
  showInk(ink: Pick<Ink, 'cover' | 'shade'>): void
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
  const ribbons = [false, true].flatMap((right) => made.map((ribbon) => ({ ribbon, right })))
  const count = ribbons.reduce((sum, { ribbon }) => sum + ribbon.skin.length, 0)
  const fields = {
    position: new BufferAttribute(new Float32Array(count * 3), 3),
    normal: new BufferAttribute(new Float32Array(count * 3), 3),
    fibre: new BufferAttribute(new Float32Array(count * 4), 4),
    look: new BufferAttribute(new Uint8Array(count * 4), 4, true),
  }
  const above = new Uint32Array(count)
  const index: number[] = []
  let first = 0
  for (const { ribbon, right } of ribbons) {
    fill(fields, above, first, ribbon, right, mirrorVertex)
    for (let t = 0; t < ribbon.index.length; t += 3) {
      const [a, b, c] = [ribbon.index[t]!, ribbon.index[t + 1]!, ribbon.index[t + 2]!]
      index.push(first + a, first + (right ? c : b), first + (right ? b : c))
    }
    first += ribbon.skin.length
  }
  const geometry = new BufferGeometry()
  for (const [name, attribute] of Object.entries(fields)) geometry.setAttribute(name, attribute)
  geometry.setIndex(index)
  const mesh = new Mesh(geometry, muscleMaterial(colours.muscle))
  mesh.renderOrder = 3
  const dots = dotsOf(muscles, made, colours.dot)
  const group = new Group()
  group.add(mesh, dots)
  return {
    group,
    muscleOfVertex,
    showInk({ cover, shade }) {
      const { array } = fields.look
      for (let i = 0; i < count; i++) {
        array[4 * i + 1] = cover[above[i]!]!
        array[4 * i + 2] = Math.round(shade[above[i]!]! * 25.5)
      }
      fields.look.needsUpdate = true
    },
    sizeDots(mmPerPx) {
      dots.material.size = Math.max(3.6, Math.min(11, 6.5 / mmPerPx ** 0.5))
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
type Fields = Record<'position' | 'normal' | 'fibre' | 'look', BufferAttribute>

function fill(fields: Fields, above: Uint32Array, first: number, ribbon: Made, right: boolean, mirror: Uint32Array) {
  const sign = right ? -1 : 1
  const tone = Math.round(255 * toneOf(ribbon.which))
  for (let i = 0; i < ribbon.skin.length; i++) {
    const [p, n] = [ribbon.positions, ribbon.normals]
    fields.position.setXYZ(first + i, sign * p[3 * i]!, p[3 * i + 1]!, p[3 * i + 2]!)
    fields.normal.setXYZ(first + i, sign * n[3 * i]!, n[3 * i + 1]!, n[3 * i + 2]!)
    fields.fibre.setXYZW(
      first + i,
      ribbon.fibre[2 * i]!,
      ribbon.fibre[2 * i + 1]!,
      ribbon.line.widthMm,
      ribbon.through[i]!,
    )
    fields.look.array[4 * (first + i)] = tone
    above[first + i] = right ? mirror[ribbon.skin[i]!]! : ribbon.skin[i]!
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
