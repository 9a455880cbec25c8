/** A part of the picture drawn larger, for painting on what is small: the same scene through a narrower window. */
import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import type { Insets } from './stage.ts'

export type LoupeAt = {
  /** The canvas it is drawn onto, square; nothing is drawn while there is none. */
  readonly onto: { readonly current: HTMLCanvasElement | null }
  /** Middle of what it shows, CSS pixels of the picture. */
  readonly x: number
  readonly y: number
  /** How many times larger. */
  readonly times: number
}

type Picture = {
  readonly scene: Scene
  readonly camera: PerspectiveCamera
  readonly size: { readonly width: number; readonly height: number }
  readonly free: Insets
}

/** Draws into a corner of the picture's own canvas and copies it; the picture itself has to be drawn after that. */
export function createLoupe(renderer: WebGLRenderer): (at: LoupeAt, picture: Picture) => void {
  return ({ onto: { current: onto }, x, y, times }, { scene, camera, size, free }) => {
    const pen = onto?.getContext('2d') ?? null
    if (onto === null || pen === null || onto.clientWidth === 0) return
    const sidePx = Math.min(onto.clientWidth, size.width, size.height)
    const ratio = renderer.getPixelRatio()
    const side = Math.round(sidePx * ratio)
    if (onto.width !== side) [onto.width, onto.height] = [side, side]
    const window = sidePx / times
    const freeWidth = Math.max(80, size.width - free.left - free.right)
    const freeHeight = Math.max(80, size.height - free.top - free.bottom)
    camera.setViewOffset(freeWidth, freeHeight, x - free.left - window / 2, y - free.top - window / 2, window, window)
    renderer.setViewport(0, 0, sidePx, sidePx)
    renderer.setScissor(0, 0, sidePx, sidePx)
    renderer.setScissorTest(true)
    renderer.render(scene, camera)
    pen.clearRect(0, 0, side, side)
    pen.drawImage(renderer.domElement, 0, renderer.domElement.height - side, side, side, 0, 0, side, side)
    renderer.setScissorTest(false)
    renderer.setViewport(0, 0, size.width, size.height)
    camera.setViewOffset(freeWidth, freeHeight, -free.left, -free.top, size.width, size.height)
  }
}
