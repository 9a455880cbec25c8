/** Muscles with the lines that were baked for them: all of one depth, or the part that was asked for. */
import type { StrandLine } from 'unknot'
import type { LayerMuscle } from '../scene/muscle-layer.ts'
import type { RibbonLine } from '../scene/ribbon.ts'
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

/** The bundles of a sheet are drawn broader than their fibres, so that no skin shows between them. */
const sheetShare = 1.3

type Muscle = Workbench['model']['knowledge']['muscles'][number]
type Part = Muscle['parts'][number]

/** One line for each strand of a part; undefined where this body has none. */
function linesIn({ lines }: StrandFile, muscle: Muscle, part: Part): readonly (RibbonLine | undefined)[] {
  return part.strands.map(({ widthMm }, index) => {
    const line = lines[`${muscle.id}/${part.id}/${index}`]
    if (!line) return undefined
    const isSheet = line.onSkin && part.strands.length > 1 && widthMm >= 20
    return { ...line, widthMm: isSheet ? widthMm * sheetShare : widthMm }
  })
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
