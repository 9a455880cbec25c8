import { describe, expect, it } from 'vitest'
import { decodeBody, describeBody, encodeBody, landmarkKey } from '../../src/core/body/body.ts'
import { chartIds, drawChart, rasterise, vertexUnder, viewOfChart } from '../../src/core/body/charts.ts'
import { buildFigure } from '../../src/core/body/figure/figure.ts'
import { elbow, hip, inFoot, inHand, knee, shoulder, wrist } from '../../src/core/body/figure/skeleton.ts'
import { distanceAlongSkin, skinOfSurface } from '../../src/core/body/geodesic.ts'
import { neighboursOf } from '../../src/core/body/mesh/skin.ts'
import { shapeStrand } from '../../src/core/body/muscle-shape.ts'
import { depthBelowSkin } from '../../src/core/body/skin-depth.ts'
import { distance } from '../../src/core/body/vec.ts'
import { zoneOnSkin } from '../../src/core/body/zone.ts'
import { expectedMm, measures } from './anthropometry.ts'
import { crossings } from './crossings.ts'
import { placeOf } from './measure.ts'
import { landmarkRecords, oneBody, regionRecords } from './one-body.ts'

const body = oneBody()
const count = body.positionsMm.length / 3

describe('the surface', () => {
  it('is closed, in one piece and without handles', () => {
    expect(describeBody(body).closed).toBe(true)
    const edges = (body.triangles.length / 3) * 1.5
    expect(count - edges + body.triangles.length / 3).toBe(2) // Euler's number of a sphere
  })

  it('is the same on both sides to the last bit', () => {
    expect(describeBody(body).mirrorErrorMm).toBe(0)
    body.mirrorVertex.forEach((m, v) => {
      expect(body.mirrorVertex[m]).toBe(v)
    })
  })

  it('has its outside out', () => {
    let volume = 0
    const p = body.positionsMm
    for (let t = 0; t < body.triangles.length; t += 3) {
      const [a, b, c] = [body.triangles[t]! * 3, body.triangles[t + 1]! * 3, body.triangles[t + 2]! * 3]
      volume +=
        (p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) -
          p[a + 1]! * (p[b]! * p[c + 2]! - p[b + 2]! * p[c]!) +
          p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!)) /
        6
    }
    // About as many litres as an adult of 1750 mm has kilograms.
    expect(volume / 1e6).toBeGreaterThan(55)
    expect(volume / 1e6).toBeLessThan(85)
  })

  it('stands on the floor and is 1750 mm tall', () => {
    let low = Number.POSITIVE_INFINITY
    for (let i = 1; i < body.positionsMm.length; i += 3) low = Math.min(low, body.positionsMm[i]!)
    expect(Math.abs(low)).toBeLessThan(2)
    expect(Math.abs(describeBody(body).heightMm - 1750)).toBeLessThan(3)
  })

  it('lies on the figure it was made from, triangle by triangle', () => {
    const figure = buildFigure()
    const p = body.positionsMm
    let worst = 0
    for (let t = 0; t < body.triangles.length / 2; t += 3) {
      const middle = [0, 1, 2].map(
        (i) =>
          (p[body.triangles[t]! * 3 + i]! + p[body.triangles[t + 1]! * 3 + i]! + p[body.triangles[t + 2]! * 3 + i]!) /
          3,
      )
      worst = Math.max(worst, Math.abs(figure.distanceMm(middle[0]!, middle[1]!, middle[2]!)))
    }
    expect(worst).toBeLessThan(3)
  })

  it('never passes through itself', () => {
    expect(crossings(body)).toEqual([])
  })

  it('has triangles of good shape: few angles below 20 degrees', () => {
    let thin = 0
    const p = body.positionsMm
    const at = (v: number) => [p[v * 3]!, p[v * 3 + 1]!, p[v * 3 + 2]!] as const
    for (let t = 0; t < body.triangles.length; t += 3) {
      const [a, b, c] = [at(body.triangles[t]!), at(body.triangles[t + 1]!), at(body.triangles[t + 2]!)]
      const [x, y, z] = [distance(b, c), distance(c, a), distance(a, b)].sort((u, v) => u - v) as [
        number,
        number,
        number,
      ]
      const least = Math.acos(Math.min(1, (y * y + z * z - x * x) / (2 * y * z)))
      if (least < (20 * Math.PI) / 180) thin++
    }
    expect(thin / (body.triangles.length / 3)).toBeLessThan(0.01)
  })
})

describe('its proportions', () => {
  it.each(measures.map((m) => [m.name, m] as const))('%s is within 6 %% of the 50th percentile', (_name, measure) => {
    const expected = expectedMm(measure)
    expect(Math.abs(measure.take(body) - expected) / expected).toBeLessThan(0.06)
  })
})

describe('its landmarks', () => {
  it('are all there, on both sides where they have sides', () => {
    for (const record of landmarkRecords) {
      for (const side of record.sided ? (['left', 'right'] as const) : [null])
        expect(body.landmarks.has(landmarkKey(record.id, side)), record.id).toBe(true)
    }
    expect(landmarkRecords.length).toBeGreaterThanOrEqual(200)
  })

  it('lie on their side, mirrored exactly', () => {
    for (const record of landmarkRecords) {
      if (!record.sided) {
        expect(placeOf(body, record.id)[0], record.id).toBe(0)
        continue
      }
      const left = placeOf(body, `${record.id}/left`)
      expect(left[0], record.id).toBeGreaterThan(0)
      expect(placeOf(body, `${record.id}/right`)).toEqual([-left[0], left[1], left[2]])
    }
  })

  it('on the skin lie on the skin, near where their record puts them', () => {
    for (const record of landmarkRecords.filter((r) => r.kind === 'skin')) {
      const key = landmarkKey(record.id, record.sided ? 'left' : null)
      const found = body.landmarks.get(key)!
      expect(found.vertex, record.id).not.toBeNull()
      expect(Math.abs(depthBelowSkin(body, found.atMm).depthMm), record.id).toBeLessThan(2.5)
      expect(distance(found.atMm, record.atMm), record.id).toBeLessThan(45)
    }
  })

  it('of bone lie inside the body', () => {
    for (const [key, at] of body.landmarks) {
      if (at.boneMm) expect(depthBelowSkin(body, at.boneMm).depthMm, key).toBeGreaterThan(0)
    }
  })

  it('stand in the order in which a finger finds them from the head down', () => {
    const order = [
      'vertex',
      'glabella',
      'nose-tip',
      'chin',
      'larynx',
      'cricoid',
      'suprasternal-notch',
      'sternal-angle',
      'xiphisternal-joint',
      'navel',
      'pubic-symphysis',
    ]
    const back = Array.from({ length: 12 }, (_, i) => `spinous-process-t${i + 1}`)
    const spine = [
      'external-occipital-protuberance',
      'spinous-process-c2',
      'spinous-process-c7',
      ...back,
      'spinous-process-l1',
      'spinous-process-l4',
      'sacrum-mid',
      'coccyx-tip',
    ]
    const leg = [
      'iliac-crest-mid',
      'anterior-superior-iliac-spine',
      'greater-trochanter',
      'patella-top',
      'patella-tip',
      'tibial-tuberosity',
      'shin-mid',
      'medial-malleolus',
    ].map((id) => `${id}/left`)
    const arm = [
      'acromion',
      'deltoid-tuberosity',
      'lateral-epicondyle',
      'radial-head',
      'radial-styloid',
      'metacarpal-3-head',
      'middle-tip-front',
    ].map((id) => `${id}/left`)
    for (const line of [order, spine, leg, arm]) {
      const heights = line.map((key) => placeOf(body, key)[1])
      expect(heights, line.join()).toEqual([...heights].sort((a, b) => b - a))
    }
  })

  it.each([
    ['anterior-superior-iliac-spine', 244],
    ['posterior-superior-iliac-spine', 86],
    ['acromion', 402],
    ['angle-of-jaw', 108],
    ['ear-tragus', 145],
    ['eye', 64],
  ])('%s is as far from its image as in people, within 8 %%', (id, expected) => {
    const apart = 2 * placeOf(body, `${id}/left`)[0]
    expect(Math.abs(apart - expected) / expected).toBeLessThan(0.08)
  })

  it.each([
    ['lateral-epicondyle/left', 'medial-epicondyle/left', 72],
    ['lateral-malleolus/left', 'medial-malleolus/left', 75],
    ['lateral-femoral-epicondyle/left', 'medial-femoral-epicondyle/left', 105],
    ['patella-top/left', 'patella-tip/left', 45],
    ['fibular-head/left', 'lateral-malleolus/left', 385],
    ['suprasternal-notch', 'xiphisternal-joint', 165],
    ['index-tip-front/left', 'metacarpal-2-head-palm/left', 83],
  ])('%s to %s is about %i mm', (a, b, expected) => {
    expect(Math.abs(distance(placeOf(body, a), placeOf(body, b)) - expected) / expected).toBeLessThan(0.12)
  })

  it('and the figure hang on the same joints', () => {
    const joints = { shoulder, elbow, wrist, hip, knee } as const
    for (const [id, at] of Object.entries(joints)) {
      const placed = id === 'wrist' ? inHand(10, 0) : at
      expect(distance(placeOf(body, `joint-${id}/left`), placed), id).toBeLessThan(1)
    }
    expect(distance(placeOf(body, 'joint-subtalar/left'), inFoot(58, 0, 52))).toBeLessThan(1)
  })
})

describe('its regions', () => {
  it('cover every vertex, leave none empty and are those of the contract', () => {
    expect(describeBody(body).regions).toBe(107)
    expect(describeBody(body).emptyRegions).toEqual([])
    expect(new Set(body.places.map((p) => p.region))).toEqual(new Set(regionRecords.map((r) => r.id)))
  })

  it('are each in one piece', () => {
    const skin = skinOfSurface(body)
    const seen = new Uint8Array(count)
    const pieces = new Map<number, number>()
    for (let v = 0; v < count; v++) {
      if (seen[v]) continue
      const place = body.placeOfVertex[v]!
      pieces.set(place, (pieces.get(place) ?? 0) + 1)
      const list = [v]
      seen[v] = 1
      for (let i = 0; i < list.length; i++)
        for (const w of neighboursOf(skin, list[i]!))
          if (!seen[w] && body.placeOfVertex[w] === place) {
            seen[w] = 1
            list.push(w)
          }
    }
    for (const [place, n] of pieces) expect(n, JSON.stringify(body.places[place])).toBe(1)
  })

  it('stay on their side', () => {
    for (let v = 0; v < count; v++) {
      const { side } = body.places[body.placeOfVertex[v]!]!
      const x = body.positionsMm[v * 3]!
      if (side === 'left') expect(x).toBeGreaterThanOrEqual(0)
      if (side === 'right') expect(x).toBeLessThan(0)
    }
  })

  it.each([
    ['temple/left', 'temple'],
    ['mastoid-tip/left', 'mastoid'],
    ['neck-angle-crest/left', 'neck-angle'],
    ['infraspinous-fossa/left', 'scapula'],
    ['lateral-epicondyle/left', 'elbow-lateral'],
    ['olecranon/left', 'elbow-back'],
    ['palm-centre/left', 'palm'],
    ['hand-back-centre/left', 'hand-back'],
    ['index-tip-front/left', 'finger-index-front'],
    ['index-tip-back/left', 'finger-index-back'],
    ['thenar-mid/left', 'thumb-base'],
    ['nipple/left', 'chest-breast'],
    ['navel', 'umbilical'],
    ['posterior-superior-iliac-spine/left', 'sacroiliac'],
    ['greater-trochanter/left', 'hip-side'],
    ['patella-centre/left', 'knee-front'],
    ['knee-crease-mid/left', 'knee-back'],
    ['shin-mid/left', 'shin'],
    ['heel-plantar/left', 'heel'],
    ['great-toe-top/left', 'great-toe-top'],
    ['third-toe-bottom/left', 'lesser-toes-bottom'],
    ['eye/left', 'eye'],
    ['chin', 'chin'],
    ['nose-tip', 'nose'],
    ['vertex', 'vertex'],
  ])('%s lies in %s', (key, region) => {
    expect(body.places[body.placeOfVertex[body.landmarks.get(key)!.vertex!]!]!.region).toBe(region)
  })
})

describe('its patches', () => {
  it('are about 480, of nearly equal area where people draw alike, and finer on face, hands and feet', () => {
    expect(body.patches.length).toBeGreaterThan(460)
    expect(body.patches.length).toBeLessThan(500)
    const groups: [RegExp, number, number][] = [
      [/^(palm|hand-back|finger-.*)$/, 300, 1600],
      [/^(ball-of-foot|arch|foot-top|lesser-toes-.*|great-toe-.*)$/, 500, 2600],
      [/^(cheek|eye|temple|jaw-angle)$/, 800, 3000],
      [/^(thigh-.*|low-back|mid-back|chest-.*|abdomen-.*|calf-.*|upper-arm-.*)$/, 3200, 7600],
    ]
    for (const [regions, least, most] of groups) {
      const own = body.patches.filter((patch) => regions.test(body.places[patch.place]!.region))
      expect(own.length).toBeGreaterThan(0)
      for (const patch of own) {
        expect(patch.areaMm2).toBeGreaterThan(least)
        expect(patch.areaMm2).toBeLessThan(most)
      }
    }
  })

  it('are images of each other and never cross the midline', () => {
    body.patches.forEach((patch, i) => {
      expect(body.patches[patch.mirror]!.mirror).toBe(i)
    })
    for (let v = 0; v < count; v++) {
      const m = body.mirrorVertex[v]!
      if (m === v) continue
      expect(body.patches[body.patchOfVertex[v]!]!.mirror).toBe(body.patchOfVertex[m])
    }
  })

  it('never lie on palm and back of a hand at once, nor on sole and top of a foot', () => {
    const faces = [
      [/^(palm|finger-.*-front)$/, /^(hand-back|finger-.*-back)$/],
      [/^(ball-of-foot|.*-toes?-bottom)$/, /^(foot-top|.*-toes?-top)$/],
    ] as const
    for (const [one, other] of faces) {
      const on = (face: RegExp) => {
        const patches = new Set<number>()
        for (let v = 0; v < count; v++)
          if (face.test(body.places[body.placeOfVertex[v]!]!.region)) patches.add(body.patchOfVertex[v]!)
        return patches
      }
      const front = on(one)
      expect([...on(other)].filter((p) => front.has(p))).toEqual([])
    }
  })
})

describe('distance on the body', () => {
  const from = (key: string) => distanceAlongSkin(body, [{ vertex: body.landmarks.get(key)!.vertex!, startMm: 0 }])
  const to = (d: Float64Array, key: string) => d[body.landmarks.get(key)!.vertex!]!

  it('goes over the hip from one thigh to the other, not across the gap', () => {
    const d = from('thigh-inner-mid/left')
    expect(to(d, 'thigh-inner-mid/right')).toBeGreaterThan(220)
  })

  it('goes round the armpit from the arm to the trunk', () => {
    const d = from('upper-arm-inner-mid/left')
    expect(to(d, 'flank-mid/left')).toBeGreaterThan(200)
  })

  it('goes down to the web from one finger to the next', () => {
    const d = from('index-tip-front/left')
    expect(to(d, 'middle-tip-front/left')).toBeGreaterThan(100)
  })
})

describe('zones', () => {
  it('are full in the middle and fade to their border', () => {
    const zone = zoneOnSkin(body, { through: ['mastoid-tip/left', 'temple/left'], widthMm: 30 })
    expect(Math.max(...zone.strength)).toBe(1)
    expect(Math.min(...zone.strength)).toBeGreaterThan(0)
    expect(zone.vertices.length).toBeGreaterThan(60)
  })

  it('cover what their width says', () => {
    const zone = zoneOnSkin(body, { through: ['thigh-front-mid/left'], widthMm: 80 })
    let area = 0
    zone.vertices.forEach((v, i) => {
      if (zone.strength[i]! > 0.5) area += body.vertexAreaMm2[v]!
    })
    expect(area).toBeGreaterThan(Math.PI * 30 ** 2)
    expect(area).toBeLessThan(Math.PI * 46 ** 2)
  })

  it('on a finger stay on that finger', () => {
    const zone = zoneOnSkin(body, { through: ['index-finger-front/left', 'index-tip-front/left'], widthMm: 24 })
    const regions = new Set([...zone.vertices].map((v) => body.places[body.placeOfVertex[v]!]!.region))
    expect([...regions].filter((r) => !r.startsWith('finger-index'))).toEqual([])
  })

  it('are images of each other on both sides', () => {
    const left = zoneOnSkin(body, { through: ['acromion/left'], widthMm: 60 })
    const right = zoneOnSkin(body, { through: ['acromion/right'], widthMm: 60 })
    const image = new Set([...left.vertices].map((v) => body.mirrorVertex[v]))
    expect(new Set(right.vertices)).toEqual(image)
  })
})

describe('a body in bytes', () => {
  it('comes back exactly', () => {
    const bytes = encodeBody(body)
    const again = decodeBody(bytes)
    expect(again.edition).toBe(body.edition)
    expect(again.positionsMm).toEqual(body.positionsMm)
    expect(again.triangles).toEqual(body.triangles)
    expect(again.normals).toEqual(body.normals)
    expect(again.placeOfVertex).toEqual(body.placeOfVertex)
    expect(again.patchOfVertex).toEqual(body.patchOfVertex)
    expect(again.patches).toEqual(body.patches)
    expect([...again.landmarks]).toEqual([...body.landmarks])
    expect(bytes.length).toBeLessThan(400_000)
  })

  it('refuses what is no body', () => {
    expect(() => decodeBody(Uint8Array.of(1, 2, 3, 4, 5))).toThrow('cannot read the body')
  })
})

describe('charts', () => {
  it.each(chartIds)('%s shows each place at most once, as a closed path', (id) => {
    const chart = drawChart(body, id)
    expect(new Set(chart.shapes.map((s) => s.place)).size).toBe(chart.shapes.length)
    expect(chart.shapes.length).toBeGreaterThan(8)
    for (const shape of chart.shapes) expect(shape.path).toMatch(/^M.*Z$/)
    expect(chart.outline.length).toBeGreaterThan(100)
  })

  it('are drawn alike each time', () => {
    expect(drawChart(body, 'hand-palm-left')).toEqual(drawChart(body, 'hand-palm-left'))
  })

  it("put the person's left on the reader's right from the front, on the left from the back", () => {
    const middleX = (id: 'front' | 'back') =>
      drawChart(body, id).shapes.find((s) => s.region === 'hand-ulnar' && s.side === 'left')?.middle[0] ??
      drawChart(body, id).shapes.find((s) => s.region === 'thumb' && s.side === 'left')!.middle[0]
    expect(middleX('front')).toBeGreaterThan(0)
    expect(middleX('back')).toBeLessThan(0)
  })

  it('let a point of the page be found on the body', () => {
    const raster = rasterise(body, viewOfChart('front'))
    const navel = body.landmarks.get('navel')!.atMm
    const v = vertexUnder(body, raster, navel[0], -navel[1])
    expect(
      distance(navel, [body.positionsMm[v * 3]!, body.positionsMm[v * 3 + 1]!, body.positionsMm[v * 3 + 2]!]),
    ).toBeLessThan(16)
    expect(vertexUnder(body, raster, 9999, 0)).toBe(-1)
  })
})

describe('a muscle strand', () => {
  const strand = { through: ['sternoclavicular-joint', 'sternocleidomastoid-mid', 'mastoid-tip'], widthMm: 24 }

  it('runs from origin to insertion inside the skin', () => {
    const mesh = shapeStrand(body, strand, 'left')!
    for (let i = 0; i < mesh.positionsMm.length; i += 3) {
      const at = [mesh.positionsMm[i]!, mesh.positionsMm[i + 1]!, mesh.positionsMm[i + 2]!] as const
      expect(depthBelowSkin(body, at).depthMm).toBeGreaterThan(-0.5)
    }
    expect(mesh.lineMm.at(-1)![1]).toBeGreaterThan(mesh.lineMm[0]![1])
    expect(Math.max(...mesh.along)).toBe(1)
  })

  it('has fibres along it', () => {
    const mesh = shapeStrand(body, strand, 'left')!
    for (let i = 0; i < mesh.fibres.length; i += 3) {
      expect(Math.hypot(mesh.fibres[i]!, mesh.fibres[i + 1]!, mesh.fibres[i + 2]!)).toBeCloseTo(1, 4)
      expect(mesh.fibres[i + 1]!).toBeGreaterThan(0) // this muscle runs upwards all the way
    }
  })

  it('is null where the body lacks its landmarks', () => {
    expect(shapeStrand(body, { through: ['no-such-place', 'mastoid-tip'], widthMm: 10 }, 'left')).toBeNull()
  })
})
