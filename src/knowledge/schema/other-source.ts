/** What else can hurt like a trigger point: nerve, joint, organ, vessel, headache, bone. */
import { z } from 'zod'
import { claim, commonness, dottedId, muscleRef, quality, textClaim, words, zone } from './common.ts'

/** Some people with this source draw the pattern of another: which one, and how large a share of them. */
const drawnLike = claim({ otherSource: dottedId, share: z.number().gt(0).lt(0.5), text: words })

export const otherSource = z.strictObject({
  id: dottedId,
  kind: z.enum([
    'nerve-root',
    'nerve',
    'facet-joint',
    'joint',
    'disc',
    'tendon',
    'visceral',
    'vascular',
    'dental',
    'sinus',
    'headache',
    'bone',
    'general',
  ]),
  sided: z.boolean(),
  name: words,
  alsoCalled: z.array(words),
  plain: textClaim,
  refersTo: z.array(zone).min(1),
  feels: claim({ text: words, qualities: z.array(quality).min(1) }),
  /** What tells it from a trigger point: questions, movements, signs. */
  tellsApart: z.array(textClaim).min(1),
  commonness: claim({ level: commonness, ageFrom: z.number().int().optional(), ageTo: z.number().int().optional() }),
  /** none: nothing to hurry; routine: mention at a visit; weeks, today, now: be seen by then. */
  urgency: claim({ level: z.enum(['none', 'routine', 'weeks', 'today', 'now']), text: words }),
  whatToDo: textClaim,
  /** Movements that typically provoke it (ids of knowledge/movements). */
  hurtsWith: z.array(claim({ movement: z.string(), towards: z.enum(['same', 'other']).optional(), text: words })),
  confusedWith: z.array(claim({ ...muscleRef, text: words })),
  drawnLike: z.array(drawnLike).optional(),
})
export type OtherSource = z.output<typeof otherSource>
