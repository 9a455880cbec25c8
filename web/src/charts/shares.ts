/** How much of each place is painted: what a region of a chart shows and says. */

/** What is needed of a body. */
type Skin = {
  readonly places: readonly unknown[]
  readonly placeOfVertex: Uint16Array
  readonly vertexAreaMm2: Float32Array
}

export type PlaceShare = {
  /** Painted share of the skin, 0 to 1. */
  readonly share: number
  /** The strongest pain painted there, 0 where nothing is. */
  readonly level: number
  /** All of it is painted, and with one intensity. */
  readonly even: boolean
}

/** From here on a place counts as wholly painted: the last thin rim is nobody's meaning. */
const wholeShare = 0.92
/** Less than this is the edge of a stroke next door. */
const noticedShare = 0.03

/** @param paint  0 to 10 at each vertex */
export function placeShares(body: Skin, paint: { readonly intensity: Uint8Array }): readonly PlaceShare[] {
  const { places, placeOfVertex, vertexAreaMm2 } = body
  const all = new Float64Array(places.length)
  const painted = new Float64Array(places.length)
  const strongest = new Uint8Array(places.length)
  const weakest = new Uint8Array(places.length).fill(255)
  for (let v = 0; v < placeOfVertex.length; v++) {
    const place = placeOfVertex[v]!
    all[place]! += vertexAreaMm2[v]!
    const level = paint.intensity[v]!
    weakest[place] = Math.min(weakest[place]!, level)
    if (level === 0) continue
    painted[place]! += vertexAreaMm2[v]!
    strongest[place] = Math.max(strongest[place]!, level)
  }
  return places.map((_, place) => ({
    share: all[place]! === 0 ? 0 : painted[place]! / all[place]!,
    level: strongest[place]!,
    even: strongest[place]! > 0 && strongest[place] === weakest[place],
  }))
}

export function checkedOf({ share }: PlaceShare): 'true' | 'mixed' | 'false' {
  return share >= wholeShare ? 'true' : share >= noticedShare ? 'mixed' : 'false'
}

/** "Right temple", "Right temple, painted 5 of 10", "Right temple, about 30 % painted, up to 7 of 10". */
export function saidOf(name: string, painted: PlaceShare): string {
  const checked = checkedOf(painted)
  if (checked === 'false') return name
  if (checked === 'true') return `${name}, painted ${painted.level} of 10`
  const percent = Math.max(5, Math.round(painted.share * 20) * 5)
  return `${name}, about ${percent} % painted, up to ${painted.level} of 10`
}
