/** Moves the numbers on a picture apart until none covers another; each stays as near to its spot as it can. */

type At = readonly [x: number, y: number]

const rounds = 200

/**
 * @param gap  least distance between two numbers, in the unit of the page
 * @returns where each number stands, in the order of the spots; spots of one place are fanned out
 */
export function spreadMarks(spots: readonly At[], gap: number): readonly At[] {
  const at = spots.map(([x, y]): [number, number] => [x, y])
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (let i = 0; i < at.length; i++) {
      for (let j = i + 1; j < at.length; j++) {
        const [a, b] = [at[i]!, at[j]!]
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]]
        let apart = Math.hypot(dx, dy)
        if (apart >= gap) continue
        if (apart < 1e-6) {
          // the same place: each pair has a direction of its own
          dx = Math.cos(i + 2 * j)
          dy = Math.sin(i + 2 * j)
          apart = 1
        }
        const push = (gap * 1.001 - Math.min(apart, Math.hypot(b[0] - a[0], b[1] - a[1]))) / 2
        a[0] -= (push * dx) / apart
        a[1] -= (push * dy) / apart
        b[0] += (push * dx) / apart
        b[1] += (push * dy) / apart
        moved = true
      }
    }
    if (!moved) break
  }
  return at
}
