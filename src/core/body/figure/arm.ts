/** Arm from the shoulder to the wrist, on the left half. */
import type { Piece } from '../field/field.ts'
import { relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import { ellipsoid, loft, spindle } from '../field/shapes.ts'
import { elbow, inForearm, inUpperArm, shoulder, wrist } from './skeleton.ts'

export const armSolids = (): readonly Piece[] => [
  solid(ellipsoid([179, 1384, -20], [48, 50, 48]), 40),
  solid(
    loft(shoulder, elbow, [
      [-10, 0, 0, 34, 36, 38, 38],
      [30, 2, 0, 45, 40, 47, 47],
      [80, 3, 0, 47, 39, 50, 50],
      [140, 2, 1, 44, 42, 50, 51],
      [200, 0, 2, 42, 42, 47, 47],
      [250, 0, 0, 39, 38, 41, 42],
      [288, 0, -2, 36, 33, 34, 38],
      [312, 0, -3, 28, 27, 25, 32],
    ]),
    22,
  ),
  solid(
    loft(elbow, wrist, [
      [-22, 0, -3, 27, 27, 24, 32],
      [10, 1, 0, 39, 33, 34, 37],
      [45, 2, 0, 44, 40, 39, 39],
      [85, 2, 0, 44, 41, 39, 38],
      [135, 1, 0, 39, 37, 35, 34],
      [185, 0, 0, 33, 32, 29, 28],
      [228, 0, 0, 29, 28, 23, 23],
      [258, 0, 0, 29, 28, 19, 19],
      [276, 0, 0, 27, 27, 15, 15],
    ]),
    22,
  ),
]

export const armSurface = (): readonly Piece[] => [
  // deltoid, biceps, triceps
  relief(bump(inUpperArm(0.12, 36, 4), [24, 60, 30], 3)),
  relief(
    ridge([
      [inUpperArm(0.36, 34, 30), 12, -1],
      [inUpperArm(0.44, 42, 6), 14, -2],
      [inUpperArm(0.36, 38, -28), 12, -1],
    ]),
  ),
  relief(
    ridge([
      [inUpperArm(0.3, 0, 46), 24, 1],
      [inUpperArm(0.58, 0, 50), 22, 4],
      [inUpperArm(0.85, 0, 40), 18, 0],
    ]),
  ),
  relief(
    ridge([
      [inUpperArm(0.5, 42, 6), 9, -1],
      [inUpperArm(0.72, 40, 8), 9, -2],
      [inUpperArm(0.9, 36, 10), 8, -1],
    ]),
  ),
  relief(
    ridge([
      [inUpperArm(0.4, -42, 4), 10, -1],
      [inUpperArm(0.65, -40, 4), 10, -2.5],
      [inUpperArm(0.9, -36, 4), 9, -1],
    ]),
  ),
  relief(bump(inUpperArm(0.45, 20, -46), [20, 52, 20], 3)),
  // elbow
  relief(bump(inUpperArm(0.99, 0, -38), [11, 16, 14], 6)),
  relief(bump(inUpperArm(0.98, -36, -6), [11, 12, 11], 3.2)),
  relief(bump(inUpperArm(0.985, 36, -6), [10, 11, 10], 2.5)),
  relief(
    ridge([
      [inForearm(0.0, -22, 30), 8, -1],
      [inForearm(0.02, 0, 36), 9, -3],
      [inForearm(0.0, 22, 30), 8, -1],
    ]),
  ),
  // forearm
  relief(
    ridge([
      [inUpperArm(0.8, 36, 6), 18, 0.5],
      [inUpperArm(0.93, 38, 8), 20, 2.5],
      [inForearm(0.1, 42, 8), 24, 4],
      [inForearm(0.26, 42, 6), 24, 2.5],
      [inForearm(0.42, 38, 2), 20, 0.5],
    ]),
  ),
  relief(bump(inForearm(0.22, -36, 10), [20, 50, 24], 3)),
  relief(
    ridge([
      [inForearm(0.1, -12, -38), 6, -1],
      [inForearm(0.5, -20, -33), 6, -1.5],
      [inForearm(0.9, -24, -20), 6, 0],
    ]),
  ),
  // wrist
  relief(bump(inForearm(0.965, -26, -14), [9, 10, 9], 5)),
  relief(bump(inForearm(0.97, 30, -2), [9, 12, 10], 2)),
  relief(
    ridge([
      [inForearm(0.8, 3, 24), 4, 0],
      [inForearm(0.93, 2, 22), 3.5, 1.5],
      [inForearm(1.0, 1, 19), 4, 0.5],
    ]),
  ),
]

/** Shape of the armpit's two folds, blended before the arm. */
export const foldSolids = (): readonly Piece[] => [
  solid(spindle([112, 1350, 36], [206, 1352, 0], 26, 20, [0, 0.3, 1]), 40),
  solid(spindle([105, 1325, -66], [202, 1346, -38], 32, 22, [0, 0, -1]), 40),
]
