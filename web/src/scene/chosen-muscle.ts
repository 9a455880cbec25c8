/**
 * The muscle that was asked for: the same ribbons as in the muscle layer, on one side.
 *
 * Clear where it shines through the skin above it, a shade where something lies between or it is on the far side.
 */
import { Group, Mesh } from 'three'
import { type MuscleLook, muscleMaterial } from './muscle-material.ts'
import { shapesOf } from './muscle-shape.ts'
import type { Ribbon, RibbonLine, Under } from './ribbon.ts'
import { ribbonMesh, type ShownInk } from './ribbon-mesh.ts'

/** `line` goes round it: dark on light skin, light on dark, so that no eye needs the red to find it. */
export type ChosenColours = { readonly muscle: string; readonly line: string }

export type ChosenMuscle = {
  readonly group: Group
  /** How many lines it has; none where nothing is known of its course. */
  readonly lines: number
  showInk(ink: ShownInk): void
  recolour(colours: ChosenColours): void
  dispose(): void
}

export function chosenMuscle(
  { lines, right }: { readonly lines: readonly RibbonLine[]; readonly right: boolean },
  under: Under,
  mirrorVertex: Uint32Array,
  colours: ChosenColours,
): ChosenMuscle {
  const { geometry, showInk } = ribbonMesh(
    shapesOf(lines, under).map(({ ribbon }, i) => ({ ribbon: nearer(ribbon), right, tone: i % 2 === 0 ? 0.7 : 1 })),
    mirrorVertex,
  )
  const clear = seeThrough(muscleMaterial(colours.muscle, colours.line), 0.96)
  const shade = seeThrough(muscleMaterial(colours.muscle, colours.line), 0.26)
  shade.material.depthTest = false
  shade.material.depthWrite = false
  const near = new Mesh(geometry, clear.material)
  const whole = new Mesh(geometry, shade.material)
  near.renderOrder = 5
  whole.renderOrder = 4
  const group = new Group()
  group.add(whole, near)
  return {
    group,
    lines: lines.length,
    showInk,
    recolour({ muscle, line }) {
      for (const look of [clear, shade]) look.recolour(muscle, line)
    },
    dispose() {
      geometry.dispose()
      clear.material.dispose()
      shade.material.dispose()
      group.removeFromParent()
    },
  }
}

function seeThrough(look: MuscleLook, opacity: number): MuscleLook {
  look.material.transparent = true
  look.material.opacity = opacity
  return look
}

const aboveLayerMm = 6

/** Drawn over the muscles of the layer, its own image among them. */
function nearer(ribbon: Ribbon): Ribbon {
  return { ...ribbon, through: ribbon.through.map((mm) => mm + aboveLayerMm) }
}
