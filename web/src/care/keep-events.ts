/**
 * Keeps events in the browser's own database: strictly durable, one writer at a time, told to other tabs.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { CareEvent, EventLog, Newest } from 'unknot'

type CareDb = DBSchema & {
  events: {
    key: string
    value: CareEvent
    indexes: { 'by-device': [string, number] }
  }
  settings: { key: string; value: string }
}

const writing = 'unknot-care-writing'

export type BrowserLog = EventLog & {
  /** Id of this browser, made once and kept. */
  readonly device: string
  /** Told when another tab has kept something. */
  onOthers(listener: () => void): void
  setting(key: string): Promise<string | undefined>
  putSetting(key: string, value: string): Promise<void>
}

export async function openLog(newDevice: () => string): Promise<BrowserLog> {
  const db = await openDB<CareDb>('unknot-care', 1, {
    upgrade(fresh) {
      const events = fresh.createObjectStore('events', { keyPath: 'id' })
      events.createIndex('by-device', ['device', 'seq'], { unique: true })
      fresh.createObjectStore('settings')
    },
    blocking: (_, __, event) => (event.target as IDBDatabase | null)?.close(),
  })
  const device = await locked(() => deviceOf(db, newDevice))
  const channel = new BroadcastChannel('unknot-care')
  const tell = () => channel.postMessage('kept')
  return {
    device,
    all: () => db.getAll('events'),
    async append(from, make) {
      const kept = await locked(async () => {
        const transaction = db.transaction('events', 'readwrite', { durability: 'strict' })
        const events = make(await newestOf(transaction.store.index('by-device'), from))
        for (const event of events) void transaction.store.add(event)
        await transaction.done
        return events
      })
      tell()
      return kept
    },
    async add(events) {
      await locked(async () => {
        const transaction = db.transaction('events', 'readwrite', { durability: 'strict' })
        for (const event of events) void transaction.store.put(event)
        await transaction.done
      })
      tell()
    },
    onOthers(listener) {
      channel.onmessage = listener
    },
    setting: (key) => db.get('settings', key),
    async putSetting(key, value) {
      await db.put('settings', value, key)
    },
  }
}

/** Two tabs must not give the same number to two events. */
function locked<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks === undefined ? work() : (navigator.locks.request(writing, work) as Promise<T>)
}

async function deviceOf(db: IDBPDatabase<CareDb>, newDevice: () => string): Promise<string> {
  const known = await db.get('settings', 'device')
  if (known !== undefined) return known
  const made = newDevice()
  await db.put('settings', made, 'device')
  return made
}

type ByDevice = {
  openCursor(range: IDBKeyRange, direction: 'prev'): Promise<{ readonly value: CareEvent } | null>
}

async function newestOf(index: ByDevice, device: string): Promise<Newest | null> {
  const last = await index.openCursor(IDBKeyRange.bound([device, 0], [device, Number.MAX_SAFE_INTEGER]), 'prev')
  return last?.value ?? null
}
