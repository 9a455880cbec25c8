/**
 * `unknot/ripple`: what computes a ripple and nothing else, for a browser worker. Everything here is in `unknot` too; this
 * door keeps MuJoCo and the solver out of an app's main bundle, and knowledge and ranking out of the worker's.
 *
 * ```ts
 * const model = await openRipple(records, () => loadMujoco({ locateFile: () => wasmAddress }))
 * const answer = ripple({ task: 'standing', working: 'right', posture: 'fixed', trouble }, model)
 * ```
 */
export type * from './ripple/ask.ts'
export type { ModelRecords } from './ripple/body-model.ts'
export * from './ripple/figure.ts'
export { openRipple, type RippleModel } from './ripple/open.ts'
export * from './ripple/over-tasks.ts'
export { ripple } from './ripple/ripple.ts'
