/** Each rule of muscles and zones, and the schema, with a record that breaks it. */
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../scripts/read-records.ts'
import { compileKnowledge } from '../../src/knowledge/compile.ts'
import { antagonists } from '../../src/knowledge/rules/antagonists.ts'
import { drawnAlike } from '../../src/knowledge/rules/drawn-alike.ts'
import { model } from '../../src/knowledge/rules/model.ts'
import { nerveRoots } from '../../src/knowledge/rules/nerve-roots.ts'
import { pointIds } from '../../src/knowledge/rules/point-ids.ts'
import { pointPlaces } from '../../src/knowledge/rules/point-places.ts'
import { references } from '../../src/knowledge/rules/references.ts'
import { strands } from '../../src/knowledge/rules/strands.ts'
import { wording } from '../../src/knowledge/rules/wording.ts'
import { zoneReach } from '../../src/knowledge/rules/zone-reach.ts'
import { codes } from './only.ts'

const landmark = (id: string, atMm: number[], more: object = {}) => ({ id, atMm, sided: true, kind: 'skin', ...more })
const landmarks = [
  landmark('neck', [40, 1500, 0]),
  landmark('shoulder', [160, 1440, 0]),
  landmark('elbow', [260, 1280, 0]),
  landmark('heel', [100, 60, -60]),
  landmark('bone', [60, 1490, -20], { kind: 'bone' }),
]
const zone = (through: string[], more: object = {}) => ({ through, widthMm: 40, strength: 'essential', ...more })

/** A muscle from neck to shoulder whose one point lies in the middle and hurts at the shoulder. */
function muscle(changes: { where?: object; zone?: object; point?: object; part?: object; muscle?: object } = {}) {
  const point = {
    id: 'strap.1',
    where: { strand: 0, along: 0.5, near: 'shoulder', depthMm: 10, ...changes.where },
    refersTo: [changes.zone ?? zone(['shoulder'])],
    ...changes.point,
  }
  const part = {
    id: null,
    attachments: { from: [{ landmarks: ['neck'] }], to: [{ landmarks: ['shoulder'] }] },
    strands: [{ through: ['neck', 'shoulder'], widthMm: 20 }],
    triggerPoints: [point],
    clinic: { goesWith: [], cautions: [] },
    ...changes.part,
  }
  return { id: 'strap', nerves: [{ nerve: 'strap-nerve', roots: ['C5'] }], parts: [part], ...changes.muscle }
}

describe('schema', () => {
  it('takes the records as they are, and none without a field, with a wrong one, or one that it does not know', () => {
    const files = readRecords()
    const path = 'muscles/infraspinatus.json'
    const good = JSON.parse(files.find((file) => file.path === path)!.text)
    const broken = (record: object) => {
      const text = JSON.stringify(record)
      const result = compileKnowledge(
        files.map((file) => (file.path === path ? { path, text } : file)),
        'test',
      )
      return result.ok ? [] : result.problems.map((one) => one.path).filter((one) => one.startsWith(path))
    }
    const { plain: _, ...withoutPlain } = good
    expect(broken(good)).toEqual([])
    expect(broken(withoutPlain)).not.toEqual([])
    expect(broken({ ...good, area: 'cloud' })).not.toEqual([])
    expect(broken({ ...good, colour: 'red' })).not.toEqual([])
  })
})

describe('references', () => {
  it('finds a name of nothing', () => {
    expect(codes(references, { landmarks, muscles: [muscle({ muscle: { nerves: [] } })] })).toEqual([])
    const lost = muscle({ muscle: { nerves: [] }, zone: zone(['shulder']) })
    expect(codes(references, { landmarks, muscles: [lost] })).toEqual(['dangling-id'])
  })
})

describe('point-ids', () => {
  it('finds a wrong number and an id used twice', () => {
    expect(codes(pointIds, { muscles: [muscle()] })).toEqual([])
    expect(codes(pointIds, { muscles: [muscle({ point: { id: 'strap.2' } })] })).toEqual(['point-id'])
    expect(codes(pointIds, { muscles: [muscle(), muscle()] })).toEqual(['twice'])
  })
})

describe('strands', () => {
  it('finds a point on no strand and a strand that ends at no attachment', () => {
    expect(codes(strands, { muscles: [muscle()] })).toEqual([])
    expect(codes(strands, { muscles: [muscle({ where: { strand: 1 } })] })).toEqual(['no-such-strand'])
    const loose = { strands: [{ through: ['neck', 'elbow'], widthMm: 20 }] }
    expect(codes(strands, { muscles: [muscle({ part: loose })] })).toEqual(['strand-end'])
  })
})

describe('point-places', () => {
  it('finds a point far from its landmark and one on the other side', () => {
    expect(codes(pointPlaces, { landmarks, muscles: [muscle()] })).toEqual([])
    expect(codes(pointPlaces, { landmarks, muscles: [muscle({ where: { near: 'heel' } })] })).toEqual(['point-far'])
    const across = landmarks.map((one) => (one.id === 'neck' ? { ...one, atMm: [-200, 1440, 0] } : one))
    expect(codes(pointPlaces, { landmarks: across, muscles: [muscle({ where: { near: 'neck', along: 0 } })] })).toEqual(
      ['point-side'],
    )
  })
})

describe('zone-reach', () => {
  const found = (through: string[], more: object = {}) =>
    codes(zoneReach, { landmarks, muscles: [muscle({ zone: zone(through, more) })] })
  it('finds a zone too far away, with a leap, in the depth, and on a side that nobody knows', () => {
    expect(found(['shoulder', 'elbow'])).toEqual([])
    expect(found(['shoulder'], { side: 'other' })).toEqual([])
    expect(found(['heel'])).toEqual(['zone-far'])
    expect(found(['neck', 'elbow'])).toEqual(['zone-leap'])
    expect(found(['bone'])).toEqual(['zone-depth'])
    expect(found(['shoulder'], { side: 'left' })).toEqual(['zone-side'])
  })
  it('looks at the zones of other sources too', () => {
    const joint = { id: 'joint.elbow', refersTo: [zone(['neck', 'elbow'], { side: 'left' })] }
    expect(codes(zoneReach, { landmarks, otherSources: [joint] })).toEqual(['zone-leap'])
  })
})

describe('nerve-roots', () => {
  it('finds a root that the nerve does not have', () => {
    const nerve = (all: string[]) => ({ muscles: [muscle()], nerves: [{ id: 'strap-nerve', roots: { all } }] })
    expect(codes(nerveRoots, nerve(['C5', 'C6']))).toEqual([])
    expect(codes(nerveRoots, nerve(['C6']))).toEqual(['nerve-root'])
  })
})

describe('antagonists', () => {
  it('finds one that is not answered', () => {
    const opposes = (id: string, other: string) =>
      muscle({ muscle: { id }, part: { clinic: { cautions: [], goesWith: [{ kind: 'antagonist', muscle: other }] } } })
    expect(codes(antagonists, { muscles: [opposes('strap', 'brace'), opposes('brace', 'strap')] })).toEqual([])
    expect(codes(antagonists, { muscles: [opposes('strap', 'brace'), muscle({ muscle: { id: 'brace' } })] })).toEqual([
      'one-sided-antagonist',
    ])
  })
})

describe('drawn-alike', () => {
  const root = (id: string, drawnLike: object[], kind = 'nerve-root') => ({ id, kind, sided: true, drawnLike })
  const like = (otherSource: string, share = 0.2) => ({ otherSource, share })
  it('finds what is not said back, of another kind, or of too many', () => {
    expect(codes(drawnAlike, { otherSources: [root('a', [like('b')]), root('b', [like('a')])] })).toEqual([])
    expect(codes(drawnAlike, { otherSources: [root('a', [like('b')]), root('b', [])] })).toEqual(['drawn-alike'])
    expect(codes(drawnAlike, { otherSources: [root('a', [like('b')]), root('b', [like('a', 0.3)])] })).toHaveLength(2)
    expect(codes(drawnAlike, { otherSources: [root('a', [like('b')]), root('b', [like('a')], 'nerve')] })).toHaveLength(
      2,
    )
    const crowd = [
      root('a', [like('b', 0.3), like('c', 0.3)]),
      root('b', [like('a', 0.3)]),
      root('c', [like('a', 0.3)]),
    ]
    expect(codes(drawnAlike, { otherSources: crowd })).toEqual(['drawn-alike'])
  })
})

describe('wording', () => {
  it('finds a long sentence that stands in two records', () => {
    const says = (id: string, text: string) => ({ id, text })
    const long = 'Press slowly until it aches, wait for three breaths, and let go when it eases.'
    expect(codes(wording, { faq: [says('faq-01', long), says('faq-02', long)] })).toEqual(['duplicate-wording'])
    expect(codes(wording, { faq: [says('faq-01', 'Short.'), says('faq-02', 'Short.')] })).toEqual([])
  })
})

describe('model', () => {
  it('finds a body that the model does not have', () => {
    const bodies = [{ id: 'pelvis' }, { id: 'femur', parent: 'pelvis' }]
    expect(codes(model, { modelBodies: bodies })).toEqual([])
    expect(codes(model, { modelBodies: [...bodies, { id: 'tibia', parent: 'thigh' }] })).toEqual(['dangling-id'])
  })
})
