/** Linear systems with a symmetric positive definite matrix, in place, row-major. */

/**
 * Replaces the lower triangle of `matrix` by its Cholesky factor.
 *
 * @param matrix  n x n, symmetric; only the lower triangle is read
 * @returns       false where the matrix is not positive definite (the content is then spoilt)
 */
export function factorise(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = i * n
    for (let j = 0; j <= i; j++) {
      const other = j * n
      let sum = matrix[row + j]!
      for (let k = 0; k < j; k++) sum -= matrix[row + k]! * matrix[other + k]!
      if (i !== j) matrix[row + j] = sum / matrix[other + j]!
      else if (sum <= 0 || !Number.isFinite(sum)) return false
      else matrix[row + i] = Math.sqrt(sum)
    }
  }
  return true
}

/** Solves `matrix x = right` with a factor made by `factorise`; the answer replaces `right`. */
export function solveFactored(factor: Float64Array, n: number, right: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = right[i]!
    for (let k = 0; k < i; k++) sum -= factor[i * n + k]! * right[k]!
    right[i] = sum / factor[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i]!
    for (let k = i + 1; k < n; k++) sum -= factor[k * n + i]! * right[k]!
    right[i] = sum / factor[i * n + i]!
  }
}
