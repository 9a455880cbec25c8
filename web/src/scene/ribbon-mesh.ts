/** Ribbons of both sides as one mesh, with the paint of the skin above them. */
import { BufferAttribute, BufferGeometry } from 'three'
import type { Ink } from '../model.ts'
import type { Ribbon } from './ribbon.ts'

/** A ribbon as it is made, on the left, and whether its image on the right is meant. `tone` 0 cool to 1 warm. */
export type SidedRibbon = { readonly ribbon: Ribbon; readonly right: boolean; readonly tone: number }

export type ShownInk = Pick<Ink, 'cover' | 'shade'>

export type RibbonMesh = {
  readonly geometry: BufferGeometry
  showInk(ink: ShownInk): void
}

export function ribbonMesh(ribbons: readonly SidedRibbon[], mirrorVertex: Uint32Array): RibbonMesh {
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
  for (const one of ribbons) {
    fill(fields, above, first, one, mirrorVertex)
    for (let t = 0; t < one.ribbon.index.length; t += 3) {
      const [a, b, c] = [one.ribbon.index[t]!, one.ribbon.index[t + 1]!, one.ribbon.index[t + 2]!]
      index.push(first + a, first + (one.right ? c : b), first + (one.right ? b : c))
    }
    first += one.ribbon.skin.length
  }
  const geometry = new BufferGeometry()
  for (const [name, attribute] of Object.entries(fields)) geometry.setAttribute(name, attribute)
  geometry.setIndex(index)
  return {
    geometry,
    showInk({ cover, shade }) {
      const { array } = fields.look
      for (let i = 0; i < count; i++) {
        array[4 * i + 1] = cover[above[i]!]!
        array[4 * i + 2] = Math.round(shade[above[i]!]! * 25.5)
      }
      fields.look.needsUpdate = true
    },
  }
}

type Fields = Record<'position' | 'normal' | 'fibre' | 'look', BufferAttribute>

function fill(
  fields: Fields,
  above: Uint32Array,
  first: number,
  { ribbon, right, tone }: SidedRibbon,
  mirror: Uint32Array,
): void {
  const sign = right ? -1 : 1
  for (let i = 0; i < ribbon.skin.length; i++) {
    const [p, n] = [ribbon.positions, ribbon.normals]
    fields.position.setXYZ(first + i, sign * p[3 * i]!, p[3 * i + 1]!, p[3 * i + 2]!)
    fields.normal.setXYZ(first + i, sign * n[3 * i]!, n[3 * i + 1]!, n[3 * i + 2]!)
    fields.fibre.setXYZW(first + i, ribbon.fibre[2 * i]!, ribbon.fibre[2 * i + 1]!, ribbon.widthMm, ribbon.through[i]!)
    fields.look.array[4 * (first + i)] = Math.round(255 * tone)
    above[first + i] = right ? mirror[ribbon.skin[i]!]! : ribbon.skin[i]!
  }
}
