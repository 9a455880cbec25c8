/**
 * The gates of the ripple over every muscle, both sides and every task: `tsx scripts/gate-ripple.ts` (minutes; the tests
 * run a fixed sample). Prints what was counted, and ends with 1 where a law is broken. `--quick` takes a tenth.
 */
import { compareArms, strongestNm } from '../src/ripple/bands.ts'
import { momentArms } from '../src/ripple/moment-arms.ts'
import * as laws from '../test/ripple/laws.ts'
import { opened } from '../test/ripple/model.ts'

const { knowledge, model } = await opened()
const rarer = process.argv.includes('--quick') ? 10 : 1
const both = ['left', 'right'] as const
const some = (step: number, sides: readonly ('left' | 'right')[] = both) =>
  laws.places(model, knowledge, step * rarer, sides)
let broken = 0
function gate(name: string, holds: boolean, said: string): void {
  if (!holds) broken++
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${name}: ${said}`)
}
const percent = (share: number) => `${(100 * share).toFixed(0)} %`

const arms = compareArms(momentArms(model.kinematics), knowledge.momentArms)
const outside = arms.filter((one) => !one.within)
gate(
  'lever arms',
  outside.length <= 1,
  `${arms.length - outside.length} of ${arms.length} published bands; not ${outside.map((one) => `${one.muscle} ${one.joint} ${one.jointMovement} ${one.cm} cm`).join(', ')}`,
)
const torques = knowledge.jointStrengths.map((band) => ({
  band,
  nm: strongestNm(model.kinematics, band, model.neutralLengths),
}))
const wrong = torques.filter(({ band, nm }) => nm < band.fromNm || nm > band.toNm)
gate('strengths', wrong.length === 0, `${torques.length - wrong.length} of ${torques.length} within published bands`)
for (const task of knowledge.tasks) {
  const { healthy, healthyCubic } = model.prepare(task.id, 'right')
  if (!healthy.held || !healthyCubic.held) gate(task.id, false, 'a healthy body does not hold it')
}

const weaker = laws.weakerCosts(model, some(1))
gate(
  'weaker never costs less',
  weaker.cheaper.length === 0,
  `${weaker.solves} solves, ${weaker.cheaper.length} cheaper`,
)
gate('every search ends', weaker.unfinished.length === 0, `most ${weaker.mostSteps} steps`)
const byTask = new Map<string, number>()
for (const name of weaker.rejected) {
  const task = name.split(' ')[0]!
  byTask.set(task, (byTask.get(task) ?? 0) + 1)
}
gate(
  'rejected as not held',
  weaker.rejected.length / weaker.solves < 0.02,
  `${weaker.rejected.length} of ${weaker.solves}: ${[...byTask].map(([task, count]) => `${task} ${count}`).join(', ')}`,
)
console.log(`       dose: a muscle gave more when weaker ${weaker.stronger.length} times of ${weaker.solves}`)
const tighter = laws.tighterPulls(model, some(2, ['right']))
gate('tight muscles', tighter.unfinished === 0, `${tighter.solves} solves, ${tighter.rejected} rejected`)
const silent = laws.silentSendNothing(model, some(1))
gate(
  'who gives nothing sends nothing',
  silent.worstN < 0.01,
  `${silent.silent} silent, worst ${silent.worstN.toExponential(1)} N`,
)
const mirror = laws.mirrored(model, some(1, ['right']))
gate('mirror', mirror.worstN < 0.001, `${mirror.pairs} pairs, worst ${mirror.worstN.toExponential(1)} N`)
const scale = laws.scaled(model, some(3))
gate('scale', scale.worst < 1e-6, `${scale.solves} solves, worst activation ${scale.worst.toExponential(1)}`)
const reach = laws.reach(model, some(1))
const fades = [...reach].sort((a, b) => a[0] - b[0])
gate(
  'a ripple fades with the joints between',
  !reach.has(-1) && fades.every(([hops, { worstN }]) => worstN < laws.mostAfter(hops)),
  'most newtons after 0, 1, 2 ... joints, those on one ground joined by it',
)
for (const [hops, { worstN, where }] of fades)
  console.log(`       ${hops} joints between: at most ${worstN.toFixed(1)} N (${where})`)
const names = laws.agreement(model, some(1), [0.3, 0.6])
gate(
  'two of the first three whatever the exponent',
  names.sameTwo > 0.8,
  `${percent(names.sameTwo)} of ${names.ripples} ripples; all three ${percent(names.sameThree)}, the first ${percent(names.sameFirst)}`,
)
gate(
  'two of the first three whatever the body',
  names.bodiesTwo > 0.95,
  `${percent(names.bodiesTwo)}; all three ${percent(names.bodiesThree)}`,
)
gate(
  'a sure name is kept in answers it has not seen',
  names.sureKept > 0.95,
  `${percent(names.sureKept)}; likely ${percent(names.mostlyKept)}, perhaps ${percent(names.sometimesKept)}; ${names.surePerRipple.toFixed(1)} sure names a ripple, one or more in ${percent(names.withSure)}`,
)
gate('direction', names.directions > 0.9, `${percent(names.directions)} of changes of 10 N or more with both exponents`)
const free = laws.freePosture(model, some(3))
gate(
  'free posture',
  free.cheaper.length + free.dearer.length === 0,
  `${free.solves} solves, ${free.cheaper.length} cheaper when weaker, ${free.dearer.length} dearer than held still, ${free.rejected} rejected`,
)
model.kinematics.close()
process.exitCode = broken === 0 ? 0 : 1
