/** The contract's names of posture, measured on a posture. Degrees. */
import { type Kinematics, worldDirection } from './kinematics.ts'
import type { TaskSetup } from './task-setup.ts'

const degrees = 180 / Math.PI

export function postureDeg(kinematics: Kinematics, task: TaskSetup, q: Float64Array, name: string): number {
  const { model } = kinematics
  const angle = (id: string, side: 'left' | 'right' | null) => q[model.coordinate(id, side)]! * degrees
  const towards = task.leading === 'left' ? 1 : -1
  const side = task.leading
  const lumbar = () =>
    angle('lumbosacral-flexion', null) + angle('lumbar-flexion', null) + angle('thoracolumbar-flexion', null)
  if (name === 'trunk-lean') {
    // The chest's own upward axis in the world: towards the leading side is positive.
    const [x, y] = worldDirection(kinematics.place(q), model.segment('thorax', null), [0, 1, 0])
    return Math.atan2(towards * x, Math.abs(y)) * degrees
  }
  if (name === 'trunk-flexion') return lumbar()
  if (name === 'lumbar-extension') return -lumbar()
  if (name === 'pelvic-drop') return -towards * angle('pelvis-list', null)
  if (name === 'pelvic-tilt') return angle('pelvis-tilt', null)
  if (name === 'hip-flexion') return angle('hip-flexion', side)
  if (name === 'knee-flexion') return angle('knee-flexion', side)
  if (name === 'head-forward') return angle('cervicothoracic-flexion', null)
  if (name === 'scapula-elevation') return angle('clavicle-elevation', side)
  throw new Error(`"${name}" is no name of posture`)
}
