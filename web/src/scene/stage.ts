/**
 * The scene: body, light, camera. Draws only when something changed, so that a phone stays cool.
 */
import {
  DirectionalLight,
  type Group,
  HemisphereLight,
  PerspectiveCamera,
  Raycaster,
  Scene,
  Spherical,
  Vector2,
  Vector3,
  WebGLRenderer,
} from 'three'
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js'
import type { Body, Ink } from '../model.ts'
import { type SceneColours, sceneColours } from '../theme.ts'
import { type ChosenMuscle, chosenMuscle } from './chosen-muscle.ts'
import { disposeRings, type JointRing, ringGroup } from './joint-rings.ts'
import { createLoadStrands, type LoadColour, type LoadStrand, type LoadStrands } from './load-strands.ts'
import { createLoupe, type LoupeAt } from './loupe.ts'
import { disposeMarks, fadeFarMarks, type Mark, markGroup, sizeMarks } from './marks.ts'
import { type LayerMuscle, type MuscleLayer, muscleLayer } from './muscle-layer.ts'
import type { RibbonLine } from './ribbon.ts'
import { createRing, type Ring } from './ring.ts'
import { createSkinMesh, type SkinHit, type SkinMesh } from './skin-mesh.ts'
import { between, type CameraPose, poseOf, type View } from './views.ts'
import { drawsWithoutChip } from './without-chip.ts'

/** The muscle that was asked for: its lines as on the left, the side that is meant, and its trigger points. */
export type Overlay = {
  readonly lines: readonly RibbonLine[]
  readonly right: boolean
  readonly marks: readonly Mark[]
}

/** All muscles by load. The same `map` is built once; its colours may change with every frame. */
export type LoadScene = {
  readonly map: { readonly strands: readonly LoadStrand[]; readonly slots: readonly unknown[] }
  readonly colours: readonly LoadColour[]
  readonly rings: readonly JointRing[]
  readonly ringColour: string
  readonly animated: boolean
}

/** What lies over the canvas at each edge, CSS pixels. */
export type Insets = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

export type Stage = {
  readonly skin: SkinMesh
  readonly ring: Ring
  readonly controls: OrbitControls
  /** The skin under a place of the canvas, given in CSS pixels from its upper left corner. */
  pickAt(x: number, y: number): SkinHit | null
  goTo(view: View, animated: boolean): void
  turn(rightRad: number, upRad: number): void
  zoom(factor: number): void
  showOverlay(overlay: Overlay | null, ink: Ink): void
  /** Null: the body in its skin again. */
  showLoads(loads: LoadScene | null): void
  /** Shows the muscles of one depth through a pale skin; null: skin alone. */
  showMuscles(muscles: readonly LayerMuscle[] | null, ink: Ink): void
  /** Which of the shown muscles lies at a vertex of the skin; -1 for none. */
  muscleAt(vertex: number): number
  /** Colours of the shown muscles where the skin above them has been painted. */
  showInkOnMuscles(ink: Ink): void
  /** Draws what lies about a place of the canvas enlarged onto another canvas; null: no more. */
  magnify(at: LoupeAt | null): void
  /** Millimetres of the body that one CSS pixel covers at a point. */
  mmPerPx(point: Vector3): number
  recolour(scheme: 'light' | 'dark'): void
  redraw(): void
  /** `free` is what tools leave of the canvas: the picture is centred there. */
  resize(width: number, height: number, free: Insets): void
  /** Told the camera's azimuth whenever it has moved. */
  onTurn(listener: (azimuthRad: number) => void): void
  /** Where a point of the body is on the canvas, in CSS pixels. */
  screenOf(point: Vector3): { readonly x: number; readonly y: number }
  dispose(): void
}

export function createStage(canvas: HTMLCanvasElement, body: Body, nearestVertex: (at: Vector3) => number): Stage {
  let colours: SceneColours = sceneColours.light
  // smooth edges cost three quarters of a picture where the processor draws it
  const antialias = !drawsWithoutChip()
  const renderer = new WebGLRenderer({ canvas, antialias, alpha: true, preserveDrawingBuffer: false })
  renderer.setClearAlpha(0)
  const scene = new Scene()
  const camera = new PerspectiveCamera(24, 1, 50, 12000)
  const controls = new OrbitControls(camera, canvas)
  controls.enableDamping = false
  controls.minDistance = 260
  controls.maxDistance = 6500
  controls.zoomSpeed = 0.9
  controls.rotateSpeed = 0.8
  // one comes closer to what one points at: a finger tip, not the navel
  controls.zoomToCursor = true
  const sky = new HemisphereLight()
  const key = new DirectionalLight()
  const fill = new DirectionalLight()
  camera.add(key, fill, key.target, fill.target)
  // lamps ride with the camera, as in a studio where the model turns
  key.position.set(-900, 1100, 500)
  key.target.position.set(0, 0, -3000)
  fill.position.set(1400, -200, 200)
  fill.target.position.set(0, 0, -3000)
  scene.add(sky, camera)
  const skin = createSkinMesh(body, colours)
  const screenOf = (point: Vector3) => {
    const at = point.clone().project(camera)
    return { x: ((at.x + 1) / 2) * size.width, y: ((1 - at.y) / 2) * size.height }
  }
  const ring = createRing(skin, colours.ring, canvas.parentElement!, screenOf)
  scene.add(skin.mesh, ring.mesh)

  let size = { width: 1, height: 1 }
  let perPx = 1
  let queued = 0
  let flight: { from: CameraPose; to: CameraPose; start: number } | null = null
  let lastView: View | null = null
  let turned: (azimuthRad: number) => void = () => {}
  let chosen: ChosenMuscle | null = null
  let marks: Group | null = null
  let loads: { readonly map: LoadScene['map']; readonly strands: LoadStrands } | null = null
  let rings: Group | null = null
  let muscles: MuscleLayer | null = null
  let shownMuscles: readonly LayerMuscle[] | null = null
  let loupe: LoupeAt | null = null
  let free: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
  const drawLoupe = createLoupe(renderer)
  const under = { skinAt: skin.nearest }
  const outwards = (at: Vector3) => new Vector3().fromArray(body.normals, 3 * nearestVertex(at))

  const draw = (now: number) => {
    queued = 0
    if (flight !== null) fly(now)
    if (marks !== null) {
      camera.updateMatrixWorld()
      sizeMarks(marks, perPx, camera, size)
      fadeFarMarks(marks, camera.position, outwards)
    }
    const moving = loads?.strands.step(now) ?? false
    muscles?.sizeDots(perPx * camera.position.distanceTo(controls.target))
    if (loupe !== null) {
      ring.mesh.visible = ring.isShown()
      drawLoupe(loupe, { scene, camera, size, free })
      ring.mesh.visible = false
    }
    renderer.render(scene, camera)
    ring.place()
    if (moving) redraw()
  }
  const redraw = () => {
    if (queued === 0) queued = requestAnimationFrame(draw)
  }
  const stand = (pose: CameraPose) => {
    controls.target.copy(pose.target)
    camera.position.copy(pose.position)
    controls.update()
  }
  const fly = (now: number) => {
    const t = Math.min(1, (now - flight!.start) / 520)
    const { from, to } = flight!
    if (t === 1) flight = null
    stand(between(from, to, t))
    if (flight !== null) redraw()
  }
  controls.addEventListener('change', () => {
    turned(controls.getAzimuthalAngle())
    redraw()
  })
  controls.addEventListener('start', () => {
    flight = null
    lastView = null
  })

  const chosenColours = () => ({ muscle: colours.muscleChosen, line: colours.muscleLine })
  /** While one muscle is asked for, the others of the layer are only where it lies among. */
  const makeWay = () => {
    const isAsked = chosen !== null && chosen.lines > 0
    muscles?.stepBack(isAsked ? colours.muscleBack : null)
  }
  const raycaster = new Raycaster()
  const onScreen = new Vector2()
  const applyColours = () => {
    skin.recolour(colours)
    ring.recolour(colours.ring)
    sky.color.set(colours.sky)
    sky.groundColor.set(colours.ground)
    sky.intensity = 1.7 * colours.lightScale
    key.intensity = 1.75 * colours.lightScale
    fill.intensity = 0.45 * colours.lightScale
    chosen?.recolour(chosenColours())
    makeWay()
    redraw()
  }
  applyColours()

  return {
    skin,
    ring,
    controls,
    redraw,
    pickAt(x, y) {
      onScreen.set((2 * x) / size.width - 1, 1 - (2 * y) / size.height)
      raycaster.setFromCamera(onScreen, camera)
      return skin.pick(raycaster.ray)
    },
    goTo(view, animated) {
      lastView = view
      const to = poseOf(view, camera)
      if (!animated) {
        flight = null
        stand(to)
        redraw()
        return
      }
      flight = {
        from: { target: controls.target.clone(), position: camera.position.clone() },
        to,
        start: performance.now(),
      }
      redraw()
    },
    turn(rightRad, upRad) {
      lastView = null
      const around = new Spherical().setFromVector3(camera.position.clone().sub(controls.target))
      around.theta += rightRad
      around.phi = Math.min(Math.PI - 0.05, Math.max(0.05, around.phi - upRad))
      stand({ target: controls.target.clone(), position: new Vector3().setFromSpherical(around).add(controls.target) })
    },
    zoom(factor) {
      lastView = null
      const away = camera.position.clone().sub(controls.target)
      away.setLength(Math.min(controls.maxDistance, Math.max(controls.minDistance, away.length() * factor)))
      stand({ target: controls.target.clone(), position: away.add(controls.target) })
    },
    showOverlay(overlay, ink) {
      chosen?.dispose()
      if (marks !== null) disposeMarks(marks)
      chosen = overlay && chosenMuscle(overlay, under, body.mirrorVertex, chosenColours())
      marks = overlay && markGroup(overlay.marks, '#17595a')
      chosen?.showInk(ink)
      if (chosen !== null) scene.add(chosen.group)
      makeWay()
      if (marks !== null) scene.add(marks)
      redraw()
    },
    showLoads(next) {
      if (rings !== null) disposeRings(rings)
      rings = null
      skin.setGlass(next !== null)
      if (next === null || loads?.map !== next.map) {
        loads?.strands.dispose()
        loads = null
      }
      if (next !== null) {
        const isNew = loads === null
        loads ??= { map: next.map, strands: createLoadStrands(next.map.strands, next.map.slots.length, outwards) }
        loads.strands.show(next.colours, next.animated && !isNew)
        rings = ringGroup(next.rings, next.ringColour)
        scene.add(loads.strands.group, rings)
      }
      redraw()
    },
    showMuscles(next, ink) {
      if (next !== shownMuscles) {
        muscles?.dispose()
        shownMuscles = next
        muscles = next === null ? null : muscleLayer(next, under, body, { muscle: colours.muscle, dot: '#17595a' })
        if (muscles !== null) scene.add(muscles.group)
        makeWay()
        skin.pale(next === null ? 0 : 0.65)
      }
      muscles?.showInk(ink)
      redraw()
    },
    muscleAt: (vertex) => muscles?.muscleOfVertex[vertex] ?? -1,
    showInkOnMuscles(ink) {
      muscles?.showInk(ink)
      chosen?.showInk(ink)
    },
    magnify(at) {
      if (at !== null || loupe !== null) redraw()
      loupe = at
    },
    mmPerPx: (point) => perPx * camera.position.distanceTo(point),
    recolour(scheme) {
      colours = sceneColours[scheme]
      applyColours()
    },
    resize(width, height, nowFree) {
      size = { width, height }
      free = nowFree
      const freeWidth = Math.max(80, width - free.left - free.right)
      const freeHeight = Math.max(80, height - free.top - free.bottom)
      renderer.setPixelRatio(Math.min(2, window.devicePixelRatio))
      renderer.setSize(width, height, false)
      camera.aspect = freeWidth / freeHeight
      perPx = (2 * Math.tan((camera.fov * Math.PI) / 360)) / freeHeight
      camera.setViewOffset(freeWidth, freeHeight, -free.left, -free.top, width, height)
      if (lastView !== null && flight === null) stand(poseOf(lastView, camera))
      // drawn at once: a resized canvas is blank, and waiting a frame would flicker
      draw(performance.now())
    },
    onTurn(listener) {
      turned = listener
    },
    screenOf,
    dispose() {
      cancelAnimationFrame(queued)
      controls.dispose()
      muscles?.dispose()
      chosen?.dispose()
      ring.dispose()
      skin.dispose()
      renderer.dispose()
    },
  }
}
