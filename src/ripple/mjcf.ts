/** The body model as MJCF, the text that MuJoCo compiles. Metres, newtons, radians; y is up. */
import type { PointMm } from '../core/units.ts'
import type { BodyModel, Coordinate, Segment, Wrap } from './body-model.ts'

/** Half the length of a wrapping cylinder, metres: long enough that no tendon slips off its end. */
const halfLengthM = 0.2

export function segmentName(segment: { readonly id: string; readonly side: string | null }): string {
  return segment.side === null ? segment.id : `${segment.id}.${segment.side}`
}

export function mjcfOf(model: BodyModel): string {
  const roots = model.segments.flatMap((segment, index) => (segment.parent === -1 ? [bodyXml(model, index)] : []))
  const tendons = model.elements.map((_, index) => tendonXml(model, index))
  return [
    '<mujoco model="unknot">',
    '<compiler angle="radian" inertiafromgeom="false"/>',
    '<option gravity="0 -9.81 0"><flag contact="disable" constraint="disable"/></option>',
    `<worldbody>${roots.join('')}</worldbody>`,
    `<tendon>${tendons.join('')}</tendon>`,
    '</mujoco>',
  ].join('\n')
}

function metres(at: PointMm, origin: PointMm): string {
  return [0, 1, 2].map((i) => String((at[i]! - origin[i]!) / 1000)).join(' ')
}

function bodyXml(model: BodyModel, index: number): string {
  const segment = model.segments[index]!
  const parent: PointMm = segment.parent === -1 ? [0, 0, 0] : model.segments[segment.parent]!.originMm
  const mass = segment.massShare * model.massKg
  const joints = model.coordinates.filter((one) => one.segment === index).map((one) => jointXml(one, segment))
  const inner = [
    ...joints,
    // Only weight counts in a posture that is held; inertia is there because MuJoCo wants one.
    `<inertial pos="${metres(segment.centreMm, segment.originMm)}" mass="${mass}" diaginertia="0.1 0.1 0.1"/>`,
    ...sitesXml(model, index),
    ...model.wraps.flatMap((wrap, number) => (wrap.segment === index ? [wrapXml(wrap, number, segment)] : [])),
    ...model.segments.flatMap((child, number) => (child.parent === index ? [bodyXml(model, number)] : [])),
  ]
  return `<body name="${segmentName(segment)}" pos="${metres(segment.originMm, parent)}">${inner.join('')}</body>`
}

function jointXml(one: Coordinate, segment: Segment): string {
  const name = one.side === null ? one.id : `${one.id}.${one.side}`
  const type = one.slides ? 'slide' : 'hinge'
  return `<joint name="${name}" type="${type}" axis="${one.axis.join(' ')}" pos="${metres(one.anchorMm, segment.originMm)}"/>`
}

function sitesXml(model: BodyModel, segment: number): string[] {
  const origin = model.segments[segment]!.originMm
  return model.elements.flatMap((element, e) =>
    element.path.flatMap((step, k) => {
      const on = step.kind === 'point' ? step.segment : model.wraps[step.wrap]!.segment
      if (on !== segment) return []
      return [`<site name="e${e}.${k}" pos="${metres(step.kind === 'point' ? step.atMm : step.sideMm, origin)}"/>`]
    }),
  )
}

function wrapXml(wrap: Wrap, number: number, segment: Segment): string {
  const radius = wrap.radiusMm / 1000
  const pos = metres(wrap.atMm, segment.originMm)
  const free = 'contype="0" conaffinity="0" mass="0"'
  if (wrap.kind === 'sphere') return `<geom name="w${number}" type="sphere" size="${radius}" pos="${pos}" ${free}/>`
  const axis = wrap.axis.join(' ')
  return `<geom name="w${number}" type="cylinder" size="${radius} ${halfLengthM}" pos="${pos}" zaxis="${axis}" ${free}/>`
}

function tendonXml(model: BodyModel, e: number): string {
  const steps = model.elements[e]!.path.map((step, k) =>
    step.kind === 'point' ? `<site site="e${e}.${k}"/>` : `<geom geom="w${step.wrap}" sidesite="e${e}.${k}"/>`,
  )
  return `<spatial name="t${e}">${steps.join('')}</spatial>`
}
