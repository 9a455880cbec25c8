/** The model's lever arms and strengths beside what is published of them. */
import type { MomentArmBand, StrengthBand } from '../knowledge/schema/model.ts'
import { rootCount } from './body-model.ts'
import type { Kinematics } from './kinematics.ts'
import { denseArms, type MomentArm } from './moment-arms.ts'
import { activeShare, lengthRatio } from './muscle-force.ts'

export type Compared = MomentArmBand['bands'][number] & {
  readonly muscle: string
  /** What the model has; 0 where it has no such arm. */
  readonly cm: number
  readonly within: boolean
}

/** Every published band with the model's arm of the left side. */
export function compareArms(arms: readonly MomentArm[], records: readonly MomentArmBand[]): Compared[] {
  return records.flatMap((record) =>
    record.bands.map((band) => {
      const found = arms.find(
        (arm) =>
          arm.muscle === record.muscle &&
          arm.part === band.part &&
          arm.element === (band.element ?? null) &&
          arm.side === 'left' &&
          arm.joint === band.joint &&
          arm.movement === band.jointMovement &&
          (band.towards === undefined || arm.towards === band.towards) &&
          arm.pose === band.pose,
      )
      const cm = found?.cm ?? 0
      return { ...band, muscle: record.muscle, cm, within: cm >= band.fromCm && cm <= band.toCm }
    }),
  )
}

/** Largest torque about one coordinate with all that turn it that way fully active, newton metres, left side. */
export function strongestNm(kinematics: Kinematics, band: StrengthBand, neutralLengths: Float64Array): number {
  const { model } = kinematics
  const q = new Float64Array(model.coordinates.length)
  model.coordinates.forEach((one, i) => {
    const deg = band.pose[one.id]
    if (i >= rootCount && deg !== undefined) q[i] = ((deg - one.neutralDeg) * Math.PI) / 180
  })
  const { lengths } = kinematics.pose(q)
  const arms = denseArms(kinematics)
  const sided = model.coordinates.find((one) => one.id === band.coordinate)?.side !== null
  const index = model.coordinate(band.coordinate, sided ? 'left' : null)
  return model.elements.reduce((sum, element, e) => {
    const arm = (band.direction === 'positive' ? -1 : 1) * arms[e]![index]!
    if (arm <= 0) return sum
    const ratio = lengthRatio(element.neutralRatio, element.optimalMm, 1000 * (lengths[e]! - neutralLengths[e]!), 0)
    return sum + arm * element.maxForceN * Math.cos((element.pennationDeg * Math.PI) / 180) * activeShare(ratio)
  }, 0)
}
