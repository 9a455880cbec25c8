/** Trigger points as small numbered marks that keep their size on the screen. */
import { type Camera, CanvasTexture, Group, Sprite, SpriteMaterial, SRGBColorSpace, Vector2, Vector3 } from 'three'

export type Mark = {
  readonly label: string
  readonly atMm: readonly [number, number, number]
  /** The one that was asked for; the others of the muscle are smaller. */
  readonly chosen: boolean
}

export function markGroup(marks: readonly Mark[], colour: string): Group {
  const group = new Group()
  for (const mark of marks) {
    const material = new SpriteMaterial({ map: face(mark, colour), depthTest: false, sizeAttenuation: false })
    const sprite = new Sprite(material)
    sprite.position.set(...mark.atMm)
    sprite.userData.sizePx = mark.chosen ? 34 : 24
    sprite.renderOrder = mark.chosen ? 12 : 11
    group.add(sprite)
  }
  return group
}

/** How much of another mark one may hide. */
const overlapShare = 0.3

/**
 * Gives marks their size on the screen, and moves smaller ones aside from under larger ones: a spot that is hidden is none.
 *
 * @param perPx  what one CSS pixel is at unit distance from the camera
 * @param size  of the canvas, CSS pixels
 */
export function sizeMarks(
  group: Group,
  perPx: number,
  camera: Camera,
  size: { readonly width: number; readonly height: number },
): void {
  const placed: { readonly at: Vector2; readonly radius: number }[] = []
  const largestFirst = group.children
    .filter((child) => child instanceof Sprite)
    .sort((a, b) => b.userData.sizePx - a.userData.sizePx)
  for (const mark of largestFirst) {
    const sizePx: number = mark.userData.sizePx
    mark.scale.setScalar(sizePx * perPx)
    const true3 = new Vector3().copy(mark.position).project(camera)
    const spot = new Vector2(((true3.x + 1) / 2) * size.width, ((true3.y + 1) / 2) * size.height)
    const at = spot.clone()
    for (const other of placed) {
      const least = (1 - overlapShare) * (other.radius + sizePx / 2)
      const way = at.clone().sub(other.at)
      if (way.length() >= least) continue
      if (way.length() < 1) way.set(0, -1)
      at.copy(other.at).addScaledVector(way.normalize(), least)
    }
    placed.push({ at, radius: sizePx / 2 })
    mark.center.set(0.5 - (at.x - spot.x) / sizePx, 0.5 - (at.y - spot.y) / sizePx)
  }
}

/** Marks on the far side of the body are faint, or they would look as if they lay on the near one. */
export function fadeFarMarks(group: Group, cameraAt: Vector3, outwards: (at: Vector3) => Vector3): void {
  for (const mark of group.children) {
    const towardsCamera = cameraAt.clone().sub(mark.position).normalize()
    const near = outwards(mark.position).dot(towardsCamera) > -0.15
    if (mark instanceof Sprite) mark.material.opacity = near ? 1 : 0.4
  }
}

export function disposeMarks(group: Group): void {
  for (const child of group.children) {
    if (!(child instanceof Sprite)) continue
    child.material.map?.dispose()
    child.material.dispose()
  }
  group.removeFromParent()
}

function face(mark: Mark, colour: string): CanvasTexture {
  const size = 96
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d')!
  pen.fillStyle = mark.chosen ? colour : '#ffffff'
  pen.strokeStyle = mark.chosen ? '#ffffff' : colour
  pen.lineWidth = 9
  pen.beginPath()
  pen.arc(size / 2, size / 2, size / 2 - 7, 0, 2 * Math.PI)
  pen.fill()
  pen.stroke()
  pen.fillStyle = mark.chosen ? '#ffffff' : colour
  pen.font = '700 52px "Figtree Variable", sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(mark.label, size / 2, size / 2 + 3)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  return texture
}
