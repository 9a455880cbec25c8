/**
 * Where each region has its middle, on the left half.
 *
 * A stroke runs over the places given, or a disc is claimed outright. Every vertex goes to the region
 * whose stroke is nearest along the skin, so borders are smooth and run half way between neighbours.
 */
import type { Anchor } from './region/anchor.ts'
import { headAnchors, trunkAnchors } from './region/head-and-trunk.ts'
import { armAnchors, legAnchors } from './region/limbs.ts'

export const regionAnchors = (): Readonly<Record<string, Anchor>> => ({
  ...headAnchors(),
  ...trunkAnchors(),
  ...armAnchors(),
  ...legAnchors(),
})
