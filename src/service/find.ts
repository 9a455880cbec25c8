/** Finds muscles, other sources and regions by what people type: common names, Latin, ids, with spelling mistakes. */
import MiniSearch from 'minisearch'
import type { Knowledge } from '../knowledge/knowledge.ts'

export type Found = {
  readonly kind: 'muscle' | 'other-source'
  readonly id: string
  readonly name: string
  readonly score: number
}

export type Finder = (typed: string) => readonly Found[]

export type FoundRegion = { readonly id: string; readonly name: string; readonly score: number }

export type RegionFinder = (typed: string) => readonly FoundRegion[]

type Entry = { readonly key: string; readonly names: string; readonly also: string; readonly words: string }

/** Words that say nothing of which one is meant; left out where nothing is found with them. */
const empty = new Set(
  'muscle muscles pain ache pains sore hurts my the in of knot is are a an it no not called named that this with'.split(
    ' ',
  ),
)

/** A finder over one edition of the knowledge. Made once; each search takes well under a millisecond. */
export function finderOf(knowledge: Knowledge): Finder {
  const index = new Index()
  const byKey = new Map<string, Omit<Found, 'score'>>()
  for (const muscle of knowledge.muscles) {
    const key = `muscle ${muscle.id}`
    byKey.set(key, { kind: 'muscle', id: muscle.id, name: muscle.name.en })
    const names = [
      muscle.id.replace(/-/g, ' '),
      muscle.name.en,
      muscle.name.la,
      ...muscle.parts.map((part) => part.name),
    ]
    index.add({ key, names: names.join(' | '), also: muscle.alsoCalled.join(' | '), words: muscle.plain.text })
  }
  for (const other of knowledge.otherSources) {
    const key = `other-source ${other.id}`
    byKey.set(key, { kind: 'other-source', id: other.id, name: other.name })
    const names = `${other.id.replace(/[-.]/g, ' ')} | ${other.name}`
    index.add({ key, names, also: other.alsoCalled.join(' | '), words: other.plain.text })
  }
  return (typed) => {
    const wanted = typed.trim().toLowerCase()
    const asId = wanted.replace(/\s+/g, '-')
    const exact = byKey.get(`muscle ${asId}`) ?? byKey.get(`other-source ${asId}`)
    const found = index.search(wanted).map((hit) => ({ ...byKey.get(hit.key)!, score: hit.score }))
    if (exact === undefined) return found
    return [{ ...exact, score: Number.POSITIVE_INFINITY }, ...found.filter((hit) => hit.id !== exact.id)]
  }
}

/** The same for the regions that pain is painted on. */
export function regionFinderOf(knowledge: Knowledge): RegionFinder {
  const index = new Index()
  const byId = new Map(knowledge.regions.map((region) => [region.id, region]))
  for (const { id, name, alsoCalled, where } of knowledge.regions) {
    index.add({ key: id, names: `${id.replace(/-/g, ' ')} | ${name}`, also: alsoCalled.join(' | '), words: where })
  }
  return (typed) =>
    index.search(typed.trim().toLowerCase()).map(({ key, score }) => ({ id: key, name: byId.get(key)!.name, score }))
}

/** The same for conditions, medicines and facts of pregnancy. */
export function conditionFinderOf(knowledge: Knowledge): (typed: string) => readonly string[] {
  const index = new Index()
  for (const { id, name, inList, alsoCalled, plain } of [
    ...knowledge.conditions,
    ...knowledge.medicines,
    ...knowledge.pregnancy,
  ]) {
    if (inList === false) continue
    index.add({ key: id, names: `${name} | ${inList ?? ''}`, also: alsoCalled.join(' | '), words: plain })
  }
  return (typed) => index.search(typed.trim().toLowerCase()).map(({ key }) => key)
}

class Index {
  private readonly inner = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['names', 'also', 'words'],
    processTerm: (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    searchOptions: {
      boost: { names: 3, also: 2.5, words: 0.4 },
      prefix: (term) => term.length >= 2,
      fuzzy: (term) => (term.length >= 4 ? 0.25 : false),
      combineWith: 'AND',
    },
  })

  add(entry: Entry): void {
    this.inner.add(entry)
  }

  /** All words; else all that mean something; else any long enough to name one, and then in the names only. */
  search(wanted: string): { readonly key: string; readonly score: number }[] {
    const telling = wanted.split(/[^\p{L}\p{M}\p{N}.]+/u).filter((word) => word !== '' && !empty.has(word))
    const naming = telling.filter((word) => word.length >= 4)
    const hits = [
      () => this.inner.search(wanted),
      () => this.inner.search(telling.join(' ')),
      () => this.inner.search(naming.join(' '), { combineWith: 'OR', fields: ['names', 'also'] }),
    ]
    for (const search of hits) {
      const found = search()
      if (found.length > 0) return found.map(({ id, score }) => ({ key: String(id), score }))
    }
    return []
  }
}
