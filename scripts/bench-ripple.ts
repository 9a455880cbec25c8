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
import { noChanges, problemOf } from '../src/ripple/statics.ts'
import { inhibited, modelKnowledge, tight } from '../test/ripple/model.ts'
import { type DenseProblem, lpText, randomProblem, toQuadprog } from '../test/ripple/problems.ts'

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

/** The three solvers on the same problems in the same run: each warmed up once, then timed equally often, in turn. */
const highs = await highsLoader()
function compareSolvers(name: string, problems: readonly DenseProblem[], rounds: number): void {
  const solvers = {
    ours: problems.map((problem) => () => recruit(problem)),
    quadprog: problems.map((problem) => {
      const { D, d, A, b, equalities } = toQuadprog(problem)
      // It writes into its matrix, so each run gets its own.
      return () => quadprog.solveQP(structuredClone(D), d, A, b, equalities)
    }),
    HiGHS: problems.map((problem) => {
      const text = lpText(problem)
      return () => highs.solve(text)
    }),
  }
  const times: Record<string, number[]> = { ours: [], quadprog: [], HiGHS: [] }
  let worst = 0
  problems.forEach((problem, k) => {
    const ours = recruit(problem).activations
    const { solution } = solvers.quadprog[k]!() as { solution: number[] }
    solvers.HiGHS[k]!()
    ours.forEach((a, j) => {
      worst = Math.max(worst, Math.abs(a - solution[j + 1]!))
    })
    for (let round = 0; round < rounds; round++)
      for (const [solver, runs] of Object.entries(solvers)) times[solver]!.push(...timed(1, () => runs[k]!()))
  })
  const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
  const ratio = (solver: string) => (median(times[solver]!) / median(times.ours!)).toFixed(0)
  console.log(
    `${name}: ours ${median(times.ours!).toFixed(2)} ms; quadprog ${ratio('quadprog')} times as long, HiGHS ${ratio('HiGHS')} times; ours and quadprog differ by ${worst.toExponential(1)} at most`,
  )
}
for (const [muscles, coordinates] of [
  [60, 18],
  [120, 30],
] as const) {
  const problems = Array.from({ length: 5 }, (_, seed) => randomProblem(muscles, coordinates, seed + 1))
  compareSolvers(`random ${muscles} x ${coordinates}`, problems, 3)
}
const nothing = noChanges(model.body.elements.length)
const real = ['single-leg-stance', 'squat', 'arm-flexion'].map((task): DenseProblem => {
  const { problem, dense } = problemOf(model.kinematics, model.prepare(task, 'right').situation, nothing)
  return { ...problem, dense }
})
compareSolvers('three tasks of the model', real, 2)
model.kinematics.close()
