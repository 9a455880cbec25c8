/** What the app only draws, worked out ahead: the lines of all muscles and the flat charts. */
import type { Body } from '../src/core/body/body.ts'
import { chartIds, drawChart } from '../src/core/body/charts.ts'
import { strandLine } from '../src/core/body/strand-line.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'

/** For each strand, `muscle/part/index`: its line on the left side. */
export function bakeStrands(body: Body, muscles: Knowledge['muscles']): Uint8Array {
  const lines = Object.fromEntries(
    muscles.flatMap((muscle) =>
      muscle.parts.flatMap((part) =>
        part.strands.map((strand, index) => [
          `${muscle.id}/${part.id}/${index}`,
          strandLine(body, strand, muscle.layer.depth === 'superficial'),
        ]),
      ),
    ),
  )
  return asJson({ body: body.edition, lines })
}

export function bakeCharts(body: Body): Uint8Array {
  return asJson({ body: body.edition, charts: chartIds.map((id) => drawChart(body, id)) })
}

function asJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
