/** Joints that carry more, as soft rings that keep their size in the body. */
import { CanvasTexture, Group, Sprite, SpriteMaterial, SRGBColorSpace } from 'three'

export type JointRing = {
  readonly atMm: readonly [number, number, number]
  /** 0 to 1: how strongly it shows. */
  readonly strength: number
}

let soft: CanvasTexture | null = null

export function ringGroup(rings: readonly JointRing[], colour: string): Group {
  const group = new Group()
  soft ??= softRing()
  for (const { atMm, strength } of rings) {
    const sprite = new Sprite(
      new SpriteMaterial({ map: soft, color: colour, depthTest: false, opacity: 0.25 + 0.4 * strength }),
    )
    sprite.position.set(...atMm)
    sprite.scale.setScalar(110 + 60 * strength)
    sprite.renderOrder = 9
    group.add(sprite)
  }
  return group
}

export function disposeRings(group: Group): void {
  for (const child of group.children) if (child instanceof Sprite) child.material.dispose()
  group.removeFromParent()
}

function softRing(): CanvasTexture {
  const size = 128
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d')!
  const glow = pen.createRadialGradient(size / 2, size / 2, size * 0.26, size / 2, size / 2, size / 2)
  glow.addColorStop(0, 'rgb(255 255 255 / 0)')
  glow.addColorStop(0.55, 'rgb(255 255 255 / 1)')
  glow.addColorStop(0.68, 'rgb(255 255 255 / 1)')
  glow.addColorStop(1, 'rgb(255 255 255 / 0)')
  pen.fillStyle = glow
  pen.fillRect(0, 0, size, size)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  return texture
}
