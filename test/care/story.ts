/** Builders for the tests of care: a story of one person, written event by event. */
import type { Body, CareEvent } from '../../src/core/care/event.ts'
import { eventSchema } from '../../src/core/care/event.ts'
import { uuidV7 } from '../../src/core/care/uuid.ts'
import type { Plan, PlannedPoint } from '../../src/core/plan/plan.ts'

export const startMs = Date.UTC(2026, 0, 5, 9)

/** Events a second apart on one device. */
export function story(person: string, bodies: readonly Body[], device = 'device-a', fromMs = startMs): CareEvent[] {
  return bodies.map((body, index) => ({
    schema: eventSchema,
    id: uuidV7(fromMs + 1000 * index, randomBytes(device, index)),
    device,
    seq: index + 1,
    atMs: fromMs + 1000 * index,
    person,
    ...body,
  }))
}

/** The same bytes for the same place in a story: tests can be repeated. */
function randomBytes(device: string, index: number): Uint8Array {
  return Uint8Array.from({ length: 10 }, (_, i) => (device.charCodeAt(i % device.length) * 31 + index * 7 + i) % 256)
}

export const trapezius = { point: 'trapezius.upper.1', muscle: 'trapezius', part: 'upper', side: 'left' } as const
export const levator = { point: 'levator-scapulae.1', muscle: 'levator-scapulae', part: null, side: 'left' } as const

const because = ['Because.']
const explained = <T>(value: T) => ({ value, because })

export const plannedPoint: PlannedPoint = {
  ...trapezius,
  isConfirmed: true,
  because,
  technique: explained('pressure-release'),
  tool: explained('thumb'),
  discomfort: explained(5),
  discomfortCap: explained(7),
  rampS: explained(4),
  holdS: explained(60),
  holdMaxS: 90,
  reps: explained(2),
  restS: explained(20),
  stretch: explained(null),
  movementReps: explained(4),
  seconds: 180,
  notes: [],
}

export const plan: Plan = {
  kind: 'plan',
  setting: 'clinic',
  dose: explained('usual'),
  points: [plannedPoint, { ...plannedPoint, ...levator }],
  leftOut: [],
  session: { minutes: explained(45), parts: [] },
  sessionsAWeek: explained(2),
  restDays: explained(1),
  sessionsBeforeDecision: explained(4),
  courseWeeks: explained(4),
  heatMinutes: explained(10),
  breathing: explained({ inS: 4, outS: 6, minutes: 3 }),
  causes: [],
  positionsOff: [],
  expect: [],
}

export const added = { kind: 'person-added', name: 'Somebody', setting: 'clinic', ageYears: 40 } as const satisfies Body
