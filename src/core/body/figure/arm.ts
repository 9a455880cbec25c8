/** Arm from the shoulder to the wrist, on the left half. */
import type { Piece } from '../field/field.ts'
import { relief, solid } from '../field/field.ts'
import { bump, ridge } from '../field/relief.ts'
import { ellipsoid, loft, spindle } from '../field/shapes.ts'
import { elbow, inForearm, inUpperArm, shoulder, wrist } from './skeleton.ts'

export const armSolids: readonly Piece[] = [
  solid(ellipsoid([178, 1392, -20], [54, 54, 54]), 46),
  solid(
    loft(shoulder, elbow, [
      [-12, 0, 0, 42, 42, 46, 46],
      [40, 2, 0, 48, 45, 50, 50],
      [90, 2, 0, 46, 44, 50, 50],
      [150, 0, 1, 42, 42, 49, 48],
      [205, 0, 1, 40, 40, 46, 45],
      [255, 0, 0, 39, 39, 40, 42],
      [300, 0, -2, 41, 40, 36, 40],
      [322, 0, -3, 37, 35, 32, 37],
    ]),
    30,
  ),
  solid(
    loft(elbow, wrist, [
      [-18, 0, -3, 36, 35, 32, 37],
      [15, 1, 0, 42, 40, 37, 38],
      [50, 2, 0, 46, 42, 41, 40],
      [90, 2, 0, 45, 41, 40, 39],
      [140, 0, 0, 39, 37, 35, 35],
      [190, 0, 0, 33, 32, 29, 29],
      [232, 0, 0, 30, 29, 24, 24],
      [262, 0, 0, 31, 30, 21, 21],
      [282, 0, 0, 31, 31, 18, 18],
    ]),
    26,
  ),
]

export const armSurface: readonly Piece[] = [
  // deltoid, biceps, triceps
  relief(bump(inUpperArm(0.12, 36, 4), [24, 60, 30], 3)),
  relief(
    ridge([
      [inUpperArm(0.36, 34, 30), 12, -1],
      [inUpperArm(0.44, 42, 6), 12, -4],
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
  relief(bump(inUpperArm(0.98, -40, -6), [11, 11, 11], 6)),
  relief(bump(inUpperArm(0.985, 40, -6), [10, 10, 10], 3)),
  relief(
    ridge([
      [inForearm(0.0, -22, 30), 8, -1],
      [inForearm(0.02, 0, 36), 9, -3],
      [inForearm(0.0, 22, 30), 8, -1],
    ]),
  ),
  // forearm
  relief(bump(inForearm(0.14, 42, 6), [20, 52, 26], 4)),
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
export const foldSolids: readonly Piece[] = [
  solid(spindle([120, 1335, 40], [205, 1345, -2], 30, 20, [0, 0.3, 1]), 40),
  solid(spindle([115, 1300, -66], [200, 1330, -38], 40, 22, [0, 0, -1]), 40),
]
