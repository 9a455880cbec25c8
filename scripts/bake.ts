/** Bakes knowledge, body and atlas into `dist/data`, each with its compressed twin for the browser. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildBody, decodeBody, encodeBody } from '../src/core/body/body.ts'
import { encodeAtlas } from '../src/core/ranking/atlas-file.ts'
import { buildAtlas } from '../src/core/ranking/build-atlas.ts'
import { compileKnowledge } from '../src/knowledge/compile.ts'
import { bakeCharts, bakeStrands } from './bake-drawn.ts'
import { bakeRipple } from './bake-ripple.ts'
import { editionOf, readRecords } from './read-records.ts'

const folder = fileURLToPath(new URL('../dist/data/', import.meta.url))
mkdirSync(folder, { recursive: true })

function write(name: string, bytes: Uint8Array): void {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  writeFileSync(folder + name, bytes)
  writeFileSync(`${folder}${name}.br`, brotli)
  writeFileSync(`${folder}${name}.gz`, gzipSync(bytes))
  process.stderr.write(`  ${name}: ${kB(bytes.length)}, compressed ${kB(brotli.length)}\n`)
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

const files = readRecords()
const compiled = compileKnowledge(files, editionOf(files))
if (!compiled.ok) {
  for (const problem of compiled.problems.slice(0, 20))
    process.stderr.write(`${problem.path}: ${problem.message} (${problem.hint})\n`)
  process.stderr.write(`${compiled.problems.length} problems in the knowledge: npm run check:knowledge shows all.\n`)
  process.exit(1)
}
const knowledge = compiled.value
write('knowledge.json', new TextEncoder().encode(JSON.stringify(knowledge)))
// What is shipped is what is used: zones are drawn on the body as the browser will decode it.
const encoded = encodeBody(buildBody(knowledge.landmarks, knowledge.regions))
write('body.bin', encoded)
const body = decodeBody(encoded)
write('atlas.bin', encodeAtlas(buildAtlas(knowledge, body)))
write('strands.json', bakeStrands(body, knowledge.muscles))
write('charts.json', bakeCharts(body))
write('ripple.json', bakeRipple(knowledge))
