/** The time, and keeping the screen on. */
import { useEffect, useState } from 'react'

/** Milliseconds since 1970, renewed as often as asked while `running`. */
export function useNow(everyMs: number, running: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return
    setNowMs(Date.now())
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, running])
  return nowMs
}

/** Seconds of rest still to go, since the last hold ended. */
export function restLeftS(sinceMs: number | null, restS: number, nowMs: number): number {
  return sinceMs === null ? 0 : Math.max(0, Math.ceil(restS - (nowMs - sinceMs) / 1000))
}

/** The screen stays on while a session runs; some browsers let go when the tab was hidden, so it is asked again. */
export function useWakeLock(on: boolean): void {
  useEffect(() => {
    if (!on || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | null = null
    let gone = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (gone) await lock.release()
      } catch {
        lock = null // a low battery may refuse it: the session goes on
      }
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [on])
}
