/** How the model's lever arms stand beside published ones, in a few lines. */
import type { MomentArmBand } from '../knowledge/schema/model.ts'
import { compareArms } from '../ripple/bands.ts'
import type { MomentArm } from '../ripple/moment-arms.ts'

export function besidePublished(arms: readonly MomentArm[], bands: readonly MomentArmBand[]): string {
  const compared = compareArms(arms, bands)
  const keyOf = (one: { muscle: string; part: string | null; element?: string | null | undefined }) =>
    `${one.muscle} ${one.part ?? ''} ${one.element ?? ''}`
  const covered = new Set(compared.map((one) => `${keyOf(one)} ${one.joint} ${one.jointMovement} ${one.pose}`))
  const outside = compared.filter((one) => !one.within)
  const lines = [
    `${arms.length} arms; ${covered.size} of the left side have a published band (${compared.length} bands, right sides are their images).`,
    `${compared.length - outside.length} of ${compared.length} bands hold the model's arm${outside.length === 0 ? '.' : '; these do not:'}`,
    ...outside.map(
      (one) =>
        `  ${keyOf(one).trim()}, ${one.joint} ${one.jointMovement}, ${one.pose}: ${one.cm.toFixed(2)} cm, published ${one.fromCm} to ${one.toCm} (${[one.source].flat().join(', ')})`,
    ),
  ]
  return `\n${lines.join('\n')}\n`
}
