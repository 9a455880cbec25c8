/** Tones and vibration of the hold timer. Browsers allow sound only after a tap: `wakeSound` is called from one. */
let context: AudioContext | null = null

const quietKey = 'unknot-quiet'

/** Whether somebody wants no sound on this device; vibration stays. */
export function isQuiet(): boolean {
  return localStorage.getItem(quietKey) === 'yes'
}

export function setQuiet(quiet: boolean): void {
  if (quiet) localStorage.setItem(quietKey, 'yes')
  else localStorage.removeItem(quietKey)
}

export function wakeSound(): void {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
}

function tone(hertz: number, startS: number, lengthS: number, loud: number): void {
  if (context === null || context.state !== 'running' || isQuiet()) return
  const at = context.currentTime + startS
  const wave = context.createOscillator()
  const volume = context.createGain()
  wave.frequency.value = hertz
  wave.type = 'sine'
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loud, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + lengthS)
  wave.connect(volume).connect(context.destination)
  wave.start(at)
  wave.stop(at + lengthS + 0.05)
}

function shake(pattern: number | number[]): void {
  navigator.vibrate?.(pattern)
}

export type Cue = 'start' | 'half' | 'count' | 'end' | 'ease' | 'ask'

export function play(cue: Cue): void {
  switch (cue) {
    case 'start':
      tone(440, 0, 0.35, 0.25)
      shake(60)
      break
    case 'half':
      tone(523, 0, 0.25, 0.15)
      break
    case 'count':
      tone(660, 0, 0.12, 0.2)
      break
    case 'end':
      tone(523, 0, 0.5, 0.35)
      tone(659, 0.18, 0.5, 0.35)
      tone(784, 0.36, 0.9, 0.35)
      shake([120, 80, 120])
      break
    case 'ease':
      tone(392, 0, 0.3, 0.35)
      tone(330, 0.22, 0.45, 0.35)
      shake([200, 80, 200])
      break
    case 'ask':
      tone(587, 0, 0.2, 0.25)
      break
  }
}
