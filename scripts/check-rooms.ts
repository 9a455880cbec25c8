/**
 * Do imports only point downwards? Every import of every source file against the table of rooms.
 *
 * `tsx scripts/check-rooms.ts [root]`: exits 1 and names each arrow that points the wrong way.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

type Room = {
  /** Rooms whose values it may use. */
  readonly uses: readonly string[]
  /** Rooms of which it may use types only. */
  readonly types: readonly string[]
  /** Packages from outside. */
  readonly packages: readonly string[]
  /** Whether Node's own modules may be used. */
  readonly node: boolean
}

/** The house, top to bottom in ARCHITECTURE.md. `index` is the package's public names. */
export const rooms: Readonly<Record<string, Room>> = {
  knowledge: { uses: [], types: [], packages: ['zod'], node: false },
  core: { uses: [], types: ['knowledge'], packages: [], node: false },
  ripple: { uses: ['core'], types: ['knowledge'], packages: ['@mujoco/mujoco'], node: false },
  fhir: { uses: ['core'], types: ['knowledge'], packages: [], node: false },
  service: { uses: ['knowledge', 'core', 'ripple', 'fhir'], types: [], packages: ['zod', 'minisearch'], node: false },
  store: {
    uses: ['service', 'core'],
    types: ['knowledge'],
    packages: ['kysely', 'pg', '@electric-sql/pglite'],
    node: true,
  },
  index: { uses: ['service', 'core', 'ripple', 'fhir', 'knowledge'], types: [], packages: [], node: false },
  http: {
    uses: ['service', 'store'],
    types: ['core', 'knowledge'],
    packages: ['fastify', '@fastify/static', 'zod'],
    node: true,
  },
  cli: { uses: ['service', 'store', 'ripple', 'knowledge'], types: ['core'], packages: ['zod'], node: true },
  web: { uses: ['index'], types: [], packages: ['*'], node: false },
}

type Import = { readonly from: string; readonly typeOnly: boolean; readonly line: number }

/** Import and export-from statements and dynamic imports, by text: comments are cut out first. */
export function importsOf(text: string): Import[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/^\s*\/\/.*$/gm, '')
  const found: Import[] = []
  const pattern = /(?:\b(import|export)\s+(type\s+)?([^'";]*?)\s*from\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g
  for (const match of code.matchAll(pattern)) {
    const [, , type, names, from] = match
    const inner = names?.match(/^\{([\s\S]*)\}$/)?.[1]
    const everyNameIsType =
      inner?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) ?? false
    found.push({
      from: from!,
      typeOnly: type !== undefined || everyNameIsType,
      line: code.slice(0, match.index).split('\n').length,
    })
  }
  return found
}

function roomOf(root: string, file: string): string | null {
  const parts = relative(root, file).split(sep)
  if (parts[0] === 'web') return 'web'
  if (parts[0] !== 'src') return null
  return parts.length === 2 ? 'index' : parts[1]!
}

/** Every arrow that points the wrong way, one line each. */
export function wrongArrows(root: string): string[] {
  const wrong: string[] = []
  for (const file of [...filesUnder(join(root, 'src')), ...filesUnder(join(root, 'web'))]) {
    const here = roomOf(root, file)
    if (here === null) continue
    const room = rooms[here]
    const name = relative(root, file)
    if (room === undefined) {
      wrong.push(`${name}: "${here}" is no room of the house: add it to the table or move the file`)
      continue
    }
    for (const { from, typeOnly, line } of importsOf(readFileSync(file, 'utf8'))) {
      const reason = arrowProblem(root, file, here, room, from, typeOnly)
      if (reason !== null) wrong.push(`${name}:${line}: ${reason}`)
    }
  }
  return wrong
}

function arrowProblem(
  root: string,
  file: string,
  here: string,
  room: Room,
  from: string,
  typeOnly: boolean,
): string | null {
  if (from.startsWith('.')) {
    const there = roomOf(root, resolve(dirname(file), from))
    if (there === here) return null
    if (there === null) return `${here} imports ${from}, which lies outside the house`
    if (room.uses.includes(there)) return null
    if (room.types.includes(there))
      return typeOnly ? null : `${here} may use types of ${there} only: write "import type"`
    return `${here} must not import ${there}`
  }
  if (here === 'web' && (from === 'unknot' || from === 'unknot/ripple')) return null
  const name = from.startsWith('node:') || builtinModules.includes(from) ? 'node' : packageOf(from)
  if (name === 'node')
    return room.node || (here === 'web' && /config/.test(file)) ? null : `${here} must not use Node's ${from}`
  if (room.packages.includes('*') || room.packages.includes(name)) return null
  return `${here} must not use the package ${name}`
}

function packageOf(from: string): string {
  const parts = from.split('/')
  return from.startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0]!
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'public'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return /\.(ts|tsx|mts)$/.test(entry.name) && !/\.d\.ts$/.test(entry.name) ? [path] : []
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)))
  const wrong = wrongArrows(root)
  for (const line of wrong) console.log(line)
  console.log(wrong.length === 0 ? 'rooms: every import points downwards' : `rooms: ${wrong.length} wrong`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
