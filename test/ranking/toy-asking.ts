/** Questions over toy rows, drawn at random, for laws that can be checked by counting everything. */
import type { Asking } from '../../src/core/ranking/asking.ts'
import type { Atlas } from '../../src/core/ranking/atlas.ts'
import { seeded } from './toy.ts'

/** Each row has a say in about half of the questions. */
export function toyAsking(seed: number, atlas: Atlas, questionCount: number): Asking {
  const random = seeded(seed + 77)
  const rowStart = new Uint32Array(atlas.rows.length + 1)
  const question: number[] = []
  const nats: number[] = []
  for (let i = 0; i < atlas.rows.length; i++) {
    for (let q = 0; q < questionCount; q++) {
      if (random() < 0.5) continue
      question.push(q)
      nats.push(0.3 + 1.5 * random())
    }
    rowStart[i + 1] = question.length
  }
  return {
    parts: { count: 0, ofRow: new Int32Array(atlas.rows.length).fill(-1) },
    askables: Array.from({ length: questionCount }, (_, q) => ({
      subject: { about: 'worse', movement: `movement-${q}` },
      seconds: 10,
      discomfort: 0,
      anyway: -1.5 + random(),
    })),
    rowStart,
    question: Uint16Array.from(question),
    nats: Float64Array.from(nats),
  }
}
