/** `unknot about`: version, editions, figures. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { aboutModel } from '../service/about.ts'
import { openBaked } from './data.ts'
import { badCall } from './failure.ts'

export async function about(args: readonly string[]): Promise<void> {
  const { version } = JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')) as {
    version: string
  }
  if (args[0] === '--version') {
    process.stdout.write(`${version}\n`)
    return
  }
  const unknown = args.find((arg) => arg !== '--json')
  if (unknown !== undefined) throw badCall(`about knows no ${unknown}`, 'it knows --json')
  const figures = aboutModel(openBaked(), version)
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
    return
  }
  const { body, knowledge } = figures
  process.stdout.write(`Unknot ${version}

Knowledge ${figures.edition.knowledge}: ${knowledge.muscles} muscles with ${knowledge.triggerPoints} trigger points,
  ${knowledge.otherSources} other sources, ${knowledge.screeningQuestions} screening questions;
  ${knowledge.claims} claims from ${knowledge.sources} works and ${knowledge.assumptions} stated assumptions,
  ${knowledge.claimsWithoutSource} without either.
Body ${figures.edition.body}: ${body.vertices} vertices, ${body.faces} faces, ${body.landmarks} landmarks,
  ${body.regions} regions, ${body.patches} patches, ${body.heightMm} mm tall.
Model ${figures.edition.model}.

Decision support and education, not a diagnosis and not a medical device.
Code: Apache-2.0. Knowledge: CC BY 4.0.
`)
}
