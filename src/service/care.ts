/**
 * Keeps what happens in somebody's care, and gives it back.
 *
 * Every function gets its ports first and is told the time. An event counts as kept only when `append` has resolved:
 * whoever shows success before that would be lying to somebody whose battery is about to die.
 */
import { type Body, type CareEvent, eventSchema } from '../core/care/event.ts'
import { inOrder, merge } from '../core/care/order.ts'
import { uuidV7 } from '../core/care/uuid.ts'
import type { Problem } from '../core/units.ts'
import { parseEvents } from './parse-events.ts'

/** The newest event of one device. */
export type Newest = Pick<CareEvent, 'seq' | 'atMs'>

export type EventLog = {
  all(): Promise<readonly CareEvent[]>
  /**
   * Keeps what `make` returns, all of it or nothing, and resolves when it is safe. Nobody else writes between the
   * reading of the newest event and the keeping.
   */
  append(device: string, make: (newest: Newest | null) => readonly CareEvent[]): Promise<readonly CareEvent[]>
  /** Keeps events of any device that are not there yet; their ids decide. */
  add(events: readonly CareEvent[]): Promise<void>
}

export type CarePorts = {
  /** Id of this device, made once. */
  readonly device: string
  readonly log: EventLog
  random(bytes: number): Uint8Array
}

/** Keeps what happened to one person, in this order, and returns it as it was kept. */
export async function recordCare(
  ports: CarePorts,
  person: string,
  bodies: readonly Body[],
  nowMs: number,
): Promise<readonly CareEvent[]> {
  return ports.log.append(ports.device, (newest) => {
    // a clock that was put back must not turn the story round
    const atMs = Math.max(nowMs, newest?.atMs ?? 0)
    const first = (newest?.seq ?? 0) + 1
    return bodies.map((body, index) => ({
      schema: eventSchema,
      id: uuidV7(atMs, ports.random(10)),
      device: ports.device,
      seq: first + index,
      atMs,
      person,
      ...body,
    }))
  })
}

/** An id for a new person. */
export function newPersonId(ports: Pick<CarePorts, 'random'>, nowMs: number): string {
  return uuidV7(nowMs, ports.random(10))
}

export const recordSchema = 'unknot.record/1'

/** Everything on this device, or of one person, in one file. */
export type RecordFile = {
  readonly schema: typeof recordSchema
  readonly savedMs: number
  readonly events: readonly CareEvent[]
}

/** @param person  only what was kept about this person; everybody where it is absent */
export async function saveRecord(ports: CarePorts, nowMs: number, person?: string): Promise<RecordFile> {
  const all = inOrder(await ports.log.all())
  const events = person === undefined ? all : all.filter((event) => event.person === person)
  return { schema: recordSchema, savedMs: nowMs, events }
}

export type Restored =
  | { readonly ok: true; readonly added: number; readonly known: number }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Adds the events of a file to those on this device: what is there stays, what is known is not added twice. A file
 * with one wrong event is refused as a whole.
 */
export async function restoreRecord(ports: CarePorts, text: string): Promise<Restored> {
  const parsed = parseEvents(text, recordSchema)
  if (!parsed.ok) return parsed
  const { added, clashing } = merge(await ports.log.all(), parsed.value)
  if (clashing.length > 0) {
    const problems = clashing.map((id) => ({
      code: 'clashing-event',
      path: id,
      message: 'an event of this id is on this device with another content',
      hint: 'the file was changed by hand; restore one that was not',
    }))
    return { ok: false, problems }
  }
  await ports.log.add(added)
  return { ok: true, added: added.length, known: parsed.value.length - added.length }
}
