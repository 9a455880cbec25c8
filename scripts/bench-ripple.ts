/**
 * How fast is a ripple? `tsx scripts/bench-ripple.ts`: opening, one answer held and free, and our solver beside
 * quadprog and HiGHS on the same problems in the same run. Look at ratios: the machine is shared.
 */
import highsLoader from 'highs'
import quadprog from 'quadprog'
import type { RippleAsk } from '../src/ripple/ask.ts'
import { openRipple } from '../src/ripple/open.ts'
import { ripple } from '../src/ripple/ripple.ts'
import { recruit } from '../src/ripple/solver.ts'
import { inhibited, modelKnowledge, tight } from '../test/ripple/model.ts'
import { lpText, randomProblem, toQuadprog } from '../test/ripple/problems.ts'

function spread(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return `median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms`
}

function timed(rounds: number, work: (round: number) => void): number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const start = performance.now()
    work(round)
    return performance.now() - start
  })
}

const knowledge = modelKnowledge()
const start = performance.now()
const model = await openRipple(knowledge)
console.log(`open (MuJoCo, compile, neutral): ${(performance.now() - start).toFixed(0)} ms`)

const neck = (['left', 'right'] as const).flatMap((side) => [
  inhibited('longus-colli', 0.8, side),
  inhibited('longus-capitis', 0.8, side),
])
const cases: [string, string, RippleAsk['trouble']][] = [
  ['gluteus medius at half, one leg', 'single-leg-stance', [inhibited('gluteus-medius', 0.5)]],
  ['gluteus maximus at a fifth, prone', 'prone-hip-extension', [inhibited('gluteus-maximus', 0.8)]],
  ['psoas tight, standing', 'standing', [tight('iliopsoas', 0.1, 'right', 'psoas-major')]],
  ['upper trapezius at half, arm in front', 'arm-flexion', [inhibited('trapezius', 0.5, 'right', 'upper')]],
  ['deep neck flexors at a fifth, head lift', 'head-lift', neck],
]
for (const posture of ['fixed', 'free'] as const) {
  for (const [name, task, trouble] of cases) {
    const ask: RippleAsk = { task, working: 'right', posture, trouble }
    const [first] = timed(1, () => ripple(ask, model))
    const times = timed(20, (round) =>
      ripple({ ...ask, trouble: trouble.map((one) => ({ ...one, degree: one.degree * (0.7 + 0.01 * round) })) }, model),
    )
    console.log(`${posture.padEnd(6)} ${name.padEnd(40)} ${spread(times)}; first ${first!.toFixed(0)} ms`)
  }
}

const highs = await highsLoader()
for (const [muscles, coordinates] of [
  [60, 18],
  [120, 30],
] as const) {
  const problems = Array.from({ length: 5 }, (_, seed) => randomProblem(muscles, coordinates, seed + 1))
  for (const problem of problems) recruit(problem) // warm
  const median = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  const ours = median(problems.flatMap((problem) => timed(5, () => recruit(problem))))
  const theirs = median(
    problems.map((problem) => {
      const { D, d, A, b, equalities } = toQuadprog(problem)
      return timed(1, () => quadprog.solveQP(D, d, A, b, equalities))[0]!
    }),
  )
  const lp = median(problems.map((problem) => timed(1, () => highs.solve(lpText(problem)))[0]!))
  console.log(
    `${muscles} x ${coordinates}: ours ${ours.toFixed(2)} ms; quadprog ${(theirs / ours).toFixed(0)} times as long, HiGHS ${(lp / ours).toFixed(0)} times`,
  )
}
model.kinematics.close()
