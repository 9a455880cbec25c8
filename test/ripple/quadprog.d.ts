/** The package brings no types; vectors and matrices count from 1. */
declare module 'quadprog' {
  const quadprog: {
    solveQP(
      D: number[][],
      d: number[],
      A: number[][],
      b: number[],
      equalities: number,
    ): { solution: number[]; message: string }
  }
  // biome-ignore lint/style/noDefaultExport: the package is one
  export default quadprog
}
