/**
 * Lints the knowledge. `npm run check:knowledge [words…]` shows only the problems whose path or text holds one of the words.
 */
import { compileKnowledge } from '../src/knowledge/compile.ts'
import { editionOf, readRecords } from './read-records.ts'

const files = readRecords()
const words = process.argv.slice(2)
const compiled = compileKnowledge(files, editionOf(files))
if (compiled.ok) {
  const points = compiled.value.muscles.flatMap((muscle) => muscle.parts.flatMap((part) => part.triggerPoints)).length
  console.log(
    `knowledge ${compiled.value.edition}: ${files.length} records, ${compiled.value.muscles.length} muscles, ${points} trigger points, no problem`,
  )
} else {
  const shown = compiled.problems.filter(
    (problem) => words.length === 0 || words.some((word) => `${problem.path} ${problem.message}`.includes(word)),
  )
  for (const problem of shown) console.log(`${problem.path}: ${problem.message} (${problem.hint})`)
  console.log(`${shown.length} problems shown of ${compiled.problems.length} in ${files.length} records`)
  process.exitCode = 1
}
