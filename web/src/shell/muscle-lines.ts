/** The muscles of one depth with the lines that were baked for them. */
import type { StrandLine } from 'unknot'
import type { LayerMuscle } from '../scene/muscle-layer.ts'
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

/** Muscles without a line on this body are left out. */
export async function musclesOf({ model }: Workbench, layer: Layer): Promise<readonly LayerMuscle[]> {
  const { lines } = await strandFile()
  return model.knowledge.muscles
    .filter((muscle) => muscle.layer.depth === layer)
    .flatMap((muscle) => {
      const drawn = muscle.parts.flatMap((part) =>
        part.strands.flatMap(({ widthMm }, index) => {
          const line = lines[`${muscle.id}/${part.id}/${index}`]
          const isSheet = line?.onSkin && part.strands.length > 1 && widthMm >= 20
          return line
            ? [{ part: part.id, index, line: { ...line, widthMm: isSheet ? widthMm * sheetShare : widthMm } }]
            : []
        }),
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
