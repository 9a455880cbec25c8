import { describe, expect, it } from 'vitest'
import { courseOf } from '../../src/core/care/course.ts'
import type { CareEvent } from '../../src/core/care/event.ts'
import { uuidV7 } from '../../src/core/care/uuid.ts'
import { type CarePorts, type EventLog, recordCare, restoreRecord, saveRecord } from '../../src/service/care.ts'
import { added, plan, startMs, trapezius } from './story.ts'

/** A log that lives as long as the test. */
function memoryLog(): EventLog {
  let events: CareEvent[] = []
  return {
    all: async () => events,
    async append(device, make) {
      const own = events.filter((event) => event.device === device).sort((a, b) => a.seq - b.seq)
      const made = make(own.at(-1) ?? null)
      events = [...events, ...made]
      return made
    },
    async add(more) {
      events = [...events, ...more]
    },
  }
}

let counter = 0
function ports(device = 'device-a'): CarePorts {
  return { device, log: memoryLog(), random: (bytes) => Uint8Array.from({ length: bytes }, () => counter++ % 256) }
}

describe('keeping events', () => {
  it('numbers the events of a device without gaps', async () => {
    const here = ports()
    await recordCare(here, 'p1', [added, { kind: 'episode-opened' }], startMs)
    const [third] = await recordCare(here, 'p1', [{ kind: 'episode-opened' }], startMs + 5)
    expect(third?.seq).toBe(3)
  })

  it('does not go back in time when the clock does', async () => {
    const here = ports()
    await recordCare(here, 'p1', [added], startMs)
    const [second] = await recordCare(here, 'p1', [{ kind: 'episode-opened' }], startMs - 3_600_000)
    expect(second?.atMs).toBe(startMs)
  })

  it('makes ids that sort by time', () => {
    const random = new Uint8Array(10)
    expect(uuidV7(startMs, random) < uuidV7(startMs + 1, random)).toBe(true)
    expect(uuidV7(startMs, random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('a record in one file', () => {
  const filled = async () => {
    const here = ports()
    await recordCare(
      here,
      'p1',
      [
        added,
        { kind: 'finding-recorded', spot: trapezius, sign: 'tender', value: true },
        { kind: 'plan-made', plan, because: 'first' },
      ],
      startMs,
    )
    return here
  }

  it('comes back whole on another device', async () => {
    const here = await filled()
    const there = ports('device-b')
    const file = JSON.stringify(await saveRecord(here, startMs))
    expect(await restoreRecord(there, file)).toEqual({ ok: true, added: 3, known: 0 })
    expect(await there.log.all()).toEqual(await here.log.all())
  })

  it('adds nothing the second time', async () => {
    const here = await filled()
    const file = JSON.stringify(await saveRecord(here, startMs))
    expect(await restoreRecord(here, file)).toEqual({ ok: true, added: 0, known: 3 })
    expect(await here.log.all()).toHaveLength(3)
  })

  it('refuses a file with one wrong event as a whole, and repeats nothing of it', async () => {
    const here = await filled()
    const file = await saveRecord(here, startMs)
    const wrong = { ...file, events: [...file.events, { ...file.events[0], kind: 'secret-illness' }] }
    const there = ports('device-b')
    const restored = await restoreRecord(there, JSON.stringify(wrong))
    expect(restored.ok).toBe(false)
    expect(JSON.stringify(restored)).not.toContain('secret-illness')
    expect(await there.log.all()).toEqual([])
  })

  it('brings together what two devices wrote about one person, whichever file is read first', async () => {
    const here = await filled()
    const there = ports('device-b')
    await restoreRecord(there, JSON.stringify(await saveRecord(here, startMs)))
    await recordCare(there, 'p1', [{ kind: 'person-changed', name: 'Renamed there' }], startMs + 60_000)
    const tender = { kind: 'finding-recorded', spot: trapezius, sign: 'familiarPain', value: true } as const
    await recordCare(here, 'p1', [tender], startMs + 90_000)
    const [fromHere, fromThere] = [await saveRecord(here, startMs), await saveRecord(there, startMs)]
    expect(await restoreRecord(here, JSON.stringify(fromThere))).toEqual({ ok: true, added: 1, known: 3 })
    expect(await restoreRecord(there, JSON.stringify(fromHere))).toEqual({ ok: true, added: 1, known: 3 })
    const [one, other] = [courseOf(await here.log.all(), 'p1'), courseOf(await there.log.all(), 'p1')]
    expect(one).toEqual(other)
    expect(one?.person.name).toBe('Renamed there')
    expect(one?.findings[0]?.signs).toEqual({ tender: true, familiarPain: true })
    // both go on writing without a gap in their own numbers
    const [next] = await recordCare(here, 'p1', [{ kind: 'episode-opened' }], startMs + 120_000)
    expect(next?.seq).toBe(5)
  })

  it('refuses an event that was changed under a known id, and keeps its own', async () => {
    const here = await filled()
    const file = await saveRecord(here, startMs)
    const changed = file.events.map((event) => (event.kind === 'person-added' ? { ...event, name: 'Forged' } : event))
    const restored = await restoreRecord(here, JSON.stringify({ ...file, events: changed }))
    expect(restored).toMatchObject({ ok: false, problems: [{ code: 'clashing-event' }] })
    expect(JSON.stringify(restored)).not.toContain('Forged')
    expect(courseOf(await here.log.all(), 'p1')?.person.name).toBe(added.name)
  })

  it('refuses a damaged file wherever it was cut, and repeats nothing of it', async () => {
    const text = JSON.stringify(await saveRecord(await filled(), startMs))
    for (let part = 1; part < 20; part++) {
      const there = ports('device-b')
      const restored = await restoreRecord(there, text.slice(0, Math.floor((text.length * part) / 20)))
      expect(restored.ok, `cut at ${part} of 20`).toBe(false)
      expect(JSON.stringify(restored)).not.toContain(added.name)
      expect(await there.log.all()).toEqual([])
    }
  })

  it('refuses a file of another version instead of guessing', async () => {
    const file = await saveRecord(await filled(), startMs)
    for (const schema of ['unknot.record/0', 'unknot.record/2']) {
      const there = ports('device-b')
      expect((await restoreRecord(there, JSON.stringify({ ...file, schema }))).ok).toBe(false)
      expect(await there.log.all()).toEqual([])
    }
  })

  it('refuses what is no record', async () => {
    for (const text of ['', '{}', '[]', '{"schema":"unknot.case/1"}']) {
      expect((await restoreRecord(ports(), text)).ok).toBe(false)
    }
  })
})
