/** A mistake in what came in: the named thing, what was expected, what to do. */
export type Problem = {
  readonly code: string
  /** Where it is, as a path such as `pain[0].region` or `muscles/trapezius.json#/parts/0`. */
  readonly path: string
  readonly message: string
  readonly hint: string
}

/** Either the parsed value, or every problem at once. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }
