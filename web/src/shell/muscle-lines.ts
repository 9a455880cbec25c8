/** Muscles with the lines that were baked for them: all of one depth, or the part that was asked for. */
import type { StrandLine } from 'unknot'
import type { LayerMuscle } from '../scene/muscle-layer.ts'
import type { Joint, RibbonLine } from '../scene/ribbon.ts'
import type { Layer, Workbench } from '../session/workbench.ts'

type StrandFile = { readonly body: string; readonly lines: Readonly<Record<string, StrandLine | null>> }

let asked: Promise<StrandFile> | null = null

function strandFile(): Promise<StrandFile> {
  asked ??= fetch('/data/strands.json')
    .then((response) => {
      if (!response.ok) throw new Error(`/data/strands.json answered ${response.status}`)
      return response.json() as Promise<StrandFile>
    })
    .catch((error: unknown) => {
      asked = null // without a network: the next try asks again
      throw error
    })
  return asked
}

type Muscle = Workbench['model']['knowledge']['muscles'][number]
type Part = Muscle['parts'][number]

/** Muscles of the trunk whose parts are fields of one sheet; the parts of a limb's muscle are heads of their own. */
const trunk = new Set<Muscle['area']>(['shoulder', 'neck', 'chest', 'back', 'abdomen', 'hip'])

/** Muscles of the skin, thin as cloth: drawn under what they cover, which nobody would see otherwise. */
const thin: ReadonlySet<string> = new Set(['platysma'])
const thinSunkMm = 4

/** One line for each strand of a part; undefined where this body has none. */
function linesIn({ lines }: StrandFile, muscle: Muscle, part: Part): readonly (RibbonLine | undefined)[] {
  const before = muscle.parts[muscle.parts.indexOf(part) - 1]?.strands.at(-1)
  return part.strands.map((strand, index) => {
    const line = lines[`${muscle.id}/${part.id}/${index}`]
    if (!line) return undefined
    const previous = index > 0 ? part.strands[index - 1]! : before
    const joins = previous === undefined ? 'apart' : joinOf(muscle, previous, strand, index > 0, line.onSkin)
    return { ...line, widthMm: strand.widthMm, joins, ...(thin.has(muscle.id) ? { sunkMm: thinSunkMm } : {}) }
  })
}

type Strand = Part['strands'][number]

/** Whether a strand may be the next bundle of a sheet: where its lines run decides (`scene/muscle-shape.ts`). */
function joinOf(muscle: Muscle, a: Strand, b: Strand, samePart: boolean, onSkin: boolean): Joint {
  const slimmer = Math.min(a.widthMm, b.widthMm)
  const ends = (strand: Strand) => `${strand.through[0]} ${strand.through.at(-1)}`
  if (samePart && muscle.area === 'head' && ends(a) === ends(b)) return 'ring'
  if (samePart) return slimmer >= (onSkin ? 14 : 24) ? 'sheet' : 'apart'
  return onSkin && slimmer >= 24 && trunk.has(muscle.area) ? 'sheet' : 'apart'
}

/** As `linesIn`, for the part that a source belongs to. */
export async function linesOf(muscle: Muscle, part: Part): Promise<readonly (RibbonLine | undefined)[]> {
  return linesIn(await strandFile(), muscle, part)
}

/** Muscles without a line on this body are left out. */
export async function musclesOf({ model }: Workbench, layer: Layer): Promise<readonly LayerMuscle[]> {
  const file = await strandFile()
  return model.knowledge.muscles
    .filter((muscle) => muscle.layer.depth === layer)
    .flatMap((muscle) => {
      const drawn = muscle.parts.flatMap((part) =>
        linesIn(file, muscle, part).flatMap((line, index) => (line ? [{ part: part.id, index, line }] : [])),
      )
      const points = muscle.parts.flatMap((part) =>
        part.triggerPoints.flatMap(({ where }) => {
          const line = drawn.findIndex((own) => own.part === part.id && own.index === where.strand)
          return line < 0 ? [] : [{ line, along: where.along }]
        }),
      )
      return drawn.length === 0 ? [] : [{ id: muscle.id, lines: drawn.map(({ line }) => line), points }]
    })
}
