/** What has been painted, vertex by vertex: how strongly it hurts and how it feels. */
export const qualities = [
  'aching',
  'sharp',
  'burning',
  'tingling',
  'numb',
  'stabbing',
  'throbbing',
  'tight',
  'electric',
] as const
export type Quality = (typeof qualities)[number]

/** One value a vertex of the body. */
export type Paint = {
  /** 0 not painted, else 1 to 10: pain as said by the person. */
  readonly intensity: Uint8Array
  /** Bit n set: quality n of `qualities`. */
  readonly quality: Uint16Array
}

export function emptyPaint(vertexCount: number): Paint {
  return { intensity: new Uint8Array(vertexCount), quality: new Uint16Array(vertexCount) }
}

export function qualityBits(named: readonly Quality[]): number {
  return named.reduce((bits, name) => bits | (1 << qualities.indexOf(name)), 0)
}

export function qualitiesOf(bits: number): Quality[] {
  return qualities.filter((_, index) => (bits & (1 << index)) !== 0)
}
