/**
 * From record files to knowledge: every file against its schema, then every rule over the whole.
 *
 * Reads no disk: the caller hands in the files, so that the same code serves the build, the linter and the tests.
 */
import type { ZodError, ZodType } from 'zod'
import { deepFreeze } from './freeze.ts'
import { type KindName, kinds, propertyOf } from './kinds.ts'
import type { Knowledge } from './knowledge.ts'
import type { Parsed, Problem } from './problem.ts'
import { rules } from './rules/index.ts'

/** One record file, path relative to `knowledge/`, such as `muscles/trapezius.json`. */
export type RecordFile = { readonly path: string; readonly text: string }

/** @param edition  a name that changes whenever a record does; the caller makes it, from a hash of the files */
export function compileKnowledge(files: readonly RecordFile[], edition: string): Parsed<Knowledge> {
  const problems: Problem[] = []
  const byKind = new Map<KindName, unknown[]>(Object.keys(kinds).map((kind) => [kind as KindName, []]))
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const file of sorted) {
    const [folder, name] = file.path.split('/')
    const schema = kinds[folder as KindName] as ZodType | undefined
    if (schema === undefined || name === undefined) {
      problems.push(
        problem(
          'unknown-kind',
          file.path,
          `no kind of record lives in "${folder}"`,
          `use one of ${Object.keys(kinds).join(', ')}`,
        ),
      )
      continue
    }
    const json = parseJson(file)
    if (!json.ok) {
      problems.push(...json.problems)
      continue
    }
    const parsed = schema.safeParse(json.value)
    if (!parsed.success) {
      problems.push(...schemaProblems(file.path, parsed.error))
      continue
    }
    const value = parsed.data as { readonly id: string }
    if (`${value.id}.json` !== name) {
      problems.push(
        problem('file-name', file.path, `the record calls itself "${value.id}"`, `name the file ${value.id}.json`),
      )
    }
    byKind.get(folder as KindName)?.push(value)
  }
  const lists = Object.fromEntries([...byKind].map(([kind, list]) => [propertyOf(kind), list]))
  const knowledge = deepFreeze({ edition, ...lists } as unknown as Knowledge)
  problems.push(...rules.flatMap((rule) => rule.check(knowledge)))
  return problems.length === 0 ? { ok: true, value: knowledge } : { ok: false, problems }
}

function problem(code: string, path: string, message: string, hint: string): Problem {
  return { code, path, message, hint }
}

function parseJson(file: RecordFile): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(file.text) }
  } catch (error) {
    return { ok: false, problems: [problem('not-json', file.path, (error as Error).message, 'mend the JSON')] }
  }
}

function schemaProblems(path: string, error: ZodError): Problem[] {
  return error.issues.map((issue) => ({
    code: issue.code,
    path: `${path}#/${issue.path.join('/')}`,
    message: issue.message,
    hint: 'see src/knowledge/schema',
  }))
}
