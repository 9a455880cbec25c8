/**
 * Keeps the calculation on this device for use without a network: 10 MB that not every visitor is made to store.
 *
 * The service worker keeps it when it is first fetched. A page's first visit has no service worker yet, so it is asked for
 * once more when there is one; then the browser's own cache answers.
 */
import wasmAddress from '@mujoco/mujoco/mujoco.wasm?url'

let asked = false

export function keepForOffline(): void {
  if (asked || !('serviceWorker' in navigator)) return
  asked = true
  keep().catch(() => {
    asked = false // without a network, perhaps: the next worker tries again
  })
}

async function keep(): Promise<void> {
  if ((await caches.match(wasmAddress)) !== undefined) return
  await navigator.serviceWorker.ready
  if (navigator.serviceWorker.controller === null) {
    await new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })
    })
  }
  const response = await fetch(wasmAddress, { priority: 'low' })
  await response.blob()
}

/** Long after the page has opened: whoever installed the app, or keeps people in it, counts on it without a network. */
const unhurriedMs = 8_000

/** Keeps it without its having been opened, where the app is installed or somebody's record lies on this device. */
export function keepWhereCountedOn(holdsPeople: () => boolean): void {
  const isInstalled = () => window.matchMedia('(display-mode: standalone)').matches
  window.addEventListener('appinstalled', () => keepForOffline())
  setTimeout(() => {
    if (isInstalled() || holdsPeople()) keepForOffline()
  }, unhurriedMs)
}
