/** All records, checked and frozen: what every other room is given. */
import type { z } from 'zod'
import type { KindName, kinds } from './kinds.ts'

type CamelCase<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Text

/** One list a kind: `muscles`, `otherSources`, `landmarks`, and so on. */
export type Knowledge = {
  readonly [Kind in KindName as CamelCase<Kind>]: readonly z.output<(typeof kinds)[Kind]>[]
} & {
  /** Changes whenever a record does. */
  readonly edition: string
}
