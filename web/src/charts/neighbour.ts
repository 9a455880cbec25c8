/** Which region an arrow key goes to: the nearest one in that direction, as it looks on the page. */
export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const ways: Record<Arrow, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

type Stop = { readonly place: number; readonly middle: readonly [number, number] }

export function isArrow(key: string): key is Arrow {
  return key in ways
}

/** @returns the place to go to, or the same one at the edge of the figure */
export function neighbourOf(stops: readonly Stop[], from: number, arrow: Arrow): number {
  const here = stops.find(({ place }) => place === from)
  if (here === undefined) return stops[0]?.place ?? from
  const [dx, dy] = ways[arrow]
  let best = from
  let least = Number.POSITIVE_INFINITY
  for (const { place, middle } of stops) {
    const x = middle[0] - here.middle[0]
    const y = middle[1] - here.middle[1]
    const ahead = x * dx + y * dy
    const aside = Math.abs(x * dy - y * dx)
    // within 60 degrees of the arrow; what lies straight ahead wins over what is a little nearer aside
    if (place === from || ahead <= 0 || aside > ahead * 1.75) continue
    const cost = ahead + 2 * aside
    if (cost >= least) continue
    least = cost
    best = place
  }
  return best
}

/** From head to foot and from the page's left to its right: the order in which a screen reader meets them. */
export function inReadingOrder<One extends Stop>(stops: readonly One[], rowMm: number): One[] {
  const row = (stop: Stop) => Math.round(stop.middle[1] / rowMm)
  return [...stops].sort((a, b) => row(a) - row(b) || a.middle[0] - b.middle[0])
}
