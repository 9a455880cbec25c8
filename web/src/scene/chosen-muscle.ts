/**
 * The muscle that was asked for: the same ribbons as in the muscle layer, on one side.
 *
 * Clear where it shines through the skin above it, a shade where something lies between or it is on the far side.
 */
import { Group, Mesh, type MeshStandardMaterial } from 'three'
import { muscleMaterial } from './muscle-material.ts'
import { type RibbonLine, ribbonOf, type Under } from './ribbon.ts'
import { ribbonMesh, type ShownInk } from './ribbon-mesh.ts'

export type ChosenMuscle = {
  readonly group: Group
  showInk(ink: ShownInk): void
  dispose(): void
}

export function chosenMuscle(
  { lines, right }: { readonly lines: readonly RibbonLine[]; readonly right: boolean },
  under: Under,
  mirrorVertex: Uint32Array,
  colour: string,
): ChosenMuscle {
  const { geometry, showInk } = ribbonMesh(
    lines.map((line, i) => ({ ribbon: ribbonOf(line, under), right, tone: i % 2 === 0 ? 0.7 : 1 })),
    mirrorVertex,
  )
  const clear = seeThrough(muscleMaterial(colour), 0.9)
  const shade = seeThrough(muscleMaterial(colour), 0.26)
  shade.depthTest = false
  shade.depthWrite = false
  const near = new Mesh(geometry, clear)
  const whole = new Mesh(geometry, shade)
  near.renderOrder = 5
  whole.renderOrder = 4
  const group = new Group()
  group.add(whole, near)
  return {
    group,
    showInk,
    dispose() {
      geometry.dispose()
      clear.dispose()
      shade.dispose()
      group.removeFromParent()
    },
  }
}

function seeThrough(material: MeshStandardMaterial, opacity: number): MeshStandardMaterial {
  material.transparent = true
  material.opacity = opacity
  return material
}
