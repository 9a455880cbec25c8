/** Probabilities and log-odds. */
export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
}

/** Log-odds, held within what a double can tell from certainty. */
export function logit(p: number): number {
  const held = Math.min(1 - 1e-12, Math.max(1e-12, p))
  return Math.log(held / (1 - held))
}
