/** Keeps the drawing on this device, so that a reload or a flat battery loses nothing. */
import { openDB } from 'idb'
import { type Drawing, parseDrawing } from '../model.ts'

const open = () =>
  openDB('unknot', 1, {
    upgrade(db) {
      db.createObjectStore('drawings')
    },
  })

export async function keepDrawing(drawing: Drawing): Promise<void> {
  const db = await open()
  const transaction = db.transaction('drawings', 'readwrite', { durability: 'strict' })
  await Promise.all([transaction.store.put(drawing, 'current'), transaction.done])
  db.close()
}

/** The drawing as it was left, or null where there is none that this version can read. */
export async function keptDrawing(): Promise<Drawing | null> {
  try {
    const db = await open()
    const kept: unknown = await db.get('drawings', 'current')
    db.close()
    const parsed = parseDrawing(kept)
    return parsed.ok ? parsed.value : null
  } catch {
    return null // a browser that forbids storage still paints
  }
}
