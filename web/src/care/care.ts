/** Everybody's care on this device: kept first, shown afterwards. */
import {
  type CareBody,
  type CareEvent,
  type CarePorts,
  type Course,
  inOrder,
  newPersonId,
  peopleOf,
  type Restored,
  recordCare,
  restoreRecord,
  saveRecord,
  uuidV7,
} from 'unknot'
import { createStore, type Store } from '../store.ts'
import { type BrowserLog, openLog } from './keep-events.ts'

export type CareState = {
  readonly courses: readonly Course[]
  /** Events handed over and not yet safe. */
  readonly pending: number
  /** What could not be kept, in words; null while all is well. */
  readonly failed: string | null
  readonly hasReadUse: boolean
  /** Id of the emergency number that was chosen on this device; null: none was. */
  readonly emergency: string | null
  /** When everything was last saved to a file on this device; null: never. */
  readonly savedMs: number | null
}

export type Care = {
  readonly state: Store<CareState>
  /** Keeps what happened; resolves true when it is safe. False: it is not kept, and the screen says so. */
  record(person: string, ...bodies: readonly CareBody[]): Promise<boolean>
  addPerson(body: Omit<Extract<CareBody, { kind: 'person-added' }>, 'kind'>): Promise<string | null>
  addEvents(events: readonly CareEvent[]): Promise<boolean>
  /** Ports for code that writes many events at once. */
  readonly ports: CarePorts
  /** The record file: of everybody, or of one person. */
  save(person?: string): Promise<string>
  /** What was kept about a person, in order. */
  eventsOf(person: string): readonly CareEvent[]
  /** What was kept since everything was last saved to a file. */
  unsaved(): number
  restore(text: string): Promise<Restored>
  readUse(): Promise<void>
  chooseEmergency(id: string): Promise<void>
  now(): number
}

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

export async function startCare(): Promise<Care> {
  const log = await openLog(() => uuidV7(Date.now(), random(10)))
  const ports: CarePorts = { device: log.device, log, random }
  let events = await log.all()
  const state = createStore<CareState>({
    courses: peopleOf(events),
    pending: 0,
    failed: null,
    hasReadUse: (await log.setting('intended-use')) !== undefined,
    emergency: (await log.setting('emergency-number')) ?? null,
    savedMs: Number(await log.setting('saved-ms')) || null,
  })
  const show = (next: readonly CareEvent[]) => {
    events = [...next]
    state.set({ courses: peopleOf(events) })
  }
  // an event kept here while the log was being read is in memory only: nothing that was shown may go again
  const reload = async () => {
    const read = await log.all()
    const known = new Set(read.map((event) => event.id))
    show([...read, ...events.filter((event) => !known.has(event.id))])
  }
  log.onOthers(() => void reload())
  const kept = async (work: () => Promise<void>): Promise<boolean> => {
    state.set({ pending: state.get().pending + 1 })
    try {
      await work()
      state.set({ pending: state.get().pending - 1, failed: null })
      return true
    } catch (error) {
      const why =
        error instanceof DOMException && error.name === 'QuotaExceededError'
          ? 'the device is full'
          : 'the browser refused'
      state.set({ pending: state.get().pending - 1, failed: why })
      return false
    }
  }
  const record = (person: string, ...bodies: readonly CareBody[]) =>
    kept(async () => {
      const made = await recordCare(ports, person, bodies, Date.now())
      // read only now: another tap may have been kept while this one waited
      show([...events, ...made])
      askToStay()
    })
  return {
    state,
    ports,
    record,
    async addPerson(body) {
      const person = newPersonId(ports, Date.now())
      return (await record(person, { kind: 'person-added', ...body })) ? person : null
    },
    addEvents: (added) =>
      kept(async () => {
        await log.add(added)
        await reload()
      }),
    async save(person) {
      const nowMs = Date.now()
      const text = JSON.stringify(await saveRecord(ports, nowMs, person))
      if (person === undefined) {
        await log.putSetting('saved-ms', String(nowMs))
        state.set({ savedMs: nowMs })
      }
      return text
    },
    eventsOf: (person) => inOrder(events.filter((event) => event.person === person)),
    unsaved() {
      const { savedMs } = state.get()
      return savedMs === null ? events.length : events.filter((event) => event.atMs > savedMs).length
    },
    async restore(text) {
      const restored = await restoreRecord(ports, text)
      if (restored.ok) await reload()
      return restored
    },
    async readUse() {
      await log.putSetting('intended-use', new Date().toISOString())
      state.set({ hasReadUse: true })
    },
    async chooseEmergency(id) {
      state.set({ emergency: id })
      await log.putSetting('emergency-number', id)
    },
    now: () => Date.now(),
  }
}

let asked = false

/** Browsers may throw data away when the disc is full, unless they were asked to keep it. */
function askToStay(): void {
  if (asked) return
  asked = true
  void navigator.storage?.persist?.()
}

export type { BrowserLog }
