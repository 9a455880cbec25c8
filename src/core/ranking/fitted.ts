/** Written by `npm run fit`: the fitted numbers, and what they were fitted on. Do not edit by hand. */
export const fitted = {
  atlas: '621a60bb788d',
  seed: 1,
  people: 400,
  temper: 0.55,
  recalibration: { shift: -0.3892, slope: 0.6278 },
} as const
