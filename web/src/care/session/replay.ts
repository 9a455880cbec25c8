/** What the live rules say of a running hold: replayed from its ratings and signs, so that a crash changes nothing. */
import { type HoldEffect, type HoldPlan, type LiveHold, startHold, stepHold } from 'unknot'
import type { Knowledge } from '../../model.ts'

type Heard = Parameters<typeof stepHold>[1]

export type Told = { readonly atS: number; readonly effect: HoldEffect }

export function replay(
  plan: HoldPlan,
  heard: readonly Heard[],
  nowS: number,
  knowledge: Knowledge,
): { readonly hold: LiveHold; readonly told: readonly Told[] } {
  const ticks: Heard[] = Array.from({ length: Math.floor(nowS) }, (_, index) => ({ kind: 'tick', atS: index + 1 }))
  const all = [...heard, ...ticks].sort((a, b) => a.atS - b.atS)
  let hold = startHold(plan)
  const told: Told[] = []
  for (const event of all) {
    const step = stepHold(hold, event, knowledge)
    hold = step.hold
    for (const effect of step.effects) told.push({ atS: event.atS, effect })
  }
  return { hold, told }
}
