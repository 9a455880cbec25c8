/**
 * `npm run fit`: fits temper, likeness and recalibration of the ranking on simulated people, measures them on fresh ones, and
 * writes `src/core/ranking/fitted.ts`. To be run when the atlas changed; a test fails until it was.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { indexEvidence } from '../src/core/ranking/evidence.ts'
import { defaultParameters, painting } from '../src/core/ranking/parameters.ts'
import { fitRecalibration, type Measures, measure } from '../src/core/ranking/simulation/measure.ts'
import { crowdOf } from '../src/core/ranking/simulation/people.ts'
import { trialOf } from '../src/core/ranking/simulation/trial.ts'
import { readBaked } from './baked.ts'

const { knowledge, body, atlas } = readBaked()
const evidence = indexEvidence(knowledge)
const crowd = crowdOf(knowledge, body, atlas)
const seed = 1
const tuning = Array.from({ length: 600 }, (_, index) => crowd.person(seed + index))
const fresh = Array.from({ length: 1200 }, (_, index) => crowd.person(seed + 20_000 + index))

function show(name: string, m: Measures): void {
  const numbers = [m.top1, m.top3, m.logLoss, m.calibrationError, m.expectedCount, m.trueCount].map((x) =>
    x.toFixed(3).padStart(8),
  )
  console.log(name.padEnd(34) + numbers.join(''))
}

console.log(`${'on people who were fitted on'.padEnd(34)}   top-1   top-3  logloss     ECE  expect.    true`)
let best: { temper: number; likeness: number; recalibration: { shift: number; slope: number }; loss: number } | null =
  null
// A sharper look at each patch needs more likeness between them: pairs along the ridge where both fit.
const pairs = [
  [0.55, 0.06],
  [0.7, 0.11],
  [0.7, 0.08],
  [0.8, 0.13],
  [0.9, 0.2],
] as const
for (const [temper, likeness] of pairs) {
  const parameters = { ...defaultParameters, temper, likeness, recalibration: { shift: 0, slope: 1 } }
  const { engine } = trialOf(body, atlas, evidence, tuning, { parameters, effort: painting, recalibrated: false })
  const recalibration = fitRecalibration(engine)
  const mapped = trialOf(body, atlas, evidence, tuning, {
    parameters: { ...parameters, recalibration },
    effort: painting,
    recalibrated: true,
  })
  const m = measure(mapped.engine)
  show(`temper ${temper}, likeness ${likeness}`, m)
  // Log loss first; where it hardly differs, the better calibrated.
  const loss = m.logLoss + m.calibrationError
  if (best === null || loss < best.loss) best = { temper, likeness, recalibration, loss }
}
if (best === null) throw new Error('nothing was fitted')
const { temper, likeness, recalibration } = best
const parameters = { ...defaultParameters, temper, likeness, recalibration }
console.log('\non fresh people')
for (const recalibrated of [false, true]) {
  const trial = trialOf(body, atlas, evidence, fresh, { parameters, effort: painting, recalibrated })
  show(recalibrated ? 'engine, recalibrated' : 'engine, raw', measure(trial.engine))
  if (recalibrated) {
    show('each source alone', measure(trial.independent))
    show('nearest muscle (overlap)', measure(trial.nearest))
  }
}
const round = (value: number) => Math.round(value * 1e4) / 1e4
writeFileSync(
  fileURLToPath(new URL('../src/core/ranking/fitted.ts', import.meta.url)),
  `/** Written by \`npm run fit\`: the fitted numbers, and what they were fitted on. Do not edit by hand. */
export const fitted = {
  atlas: '${atlas.edition}',
  seed: ${seed},
  people: ${tuning.length},
  temper: ${temper},
  likeness: ${likeness},
  recalibration: { shift: ${round(recalibration.shift)}, slope: ${round(recalibration.slope)} },
} as const
`,
)
