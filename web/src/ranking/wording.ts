/** How sure and how much, in words first: people read a percentage as a verdict. */

export type Band = 'well' | 'partly' | 'less'

/** Bands instead of a verdict. The ranking speaks of drawings alone, so already two in five is as good as it gets. */
export function bandOf(probability: number): Band {
  if (probability >= 0.4) return 'well'
  return probability >= 0.15 ? 'partly' : 'less'
}

export const bandWords: Record<Band, string> = { well: 'Fits well', partly: 'Fits partly', less: 'Less likely' }

export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  return rounded < 1 ? 'under 1 %' : `${rounded} %`
}

/** "about half", for a share of the drawing. */
export function shareWords(share: number): string {
  if (share >= 0.85) return 'nearly all'
  if (share >= 0.6) return 'most'
  if (share >= 0.4) return 'about half'
  if (share >= 0.2) return 'some'
  if (share >= 0.05) return 'a little'
  return 'hardly any'
}

const painWords = [
  'no pain',
  'barely there',
  'mild',
  'mild',
  'moderate',
  'moderate',
  'strong',
  'strong',
  'severe',
  'severe',
  'worst imaginable',
]

export function painWord(intensity: number): string {
  return painWords[intensity] ?? ''
}

/** How unpleasant a step is, 0 to 10, in words. */
export function discomfortWords(points: number): string {
  if (points < 1) return 'does not hurt'
  return points < 3 ? 'may hurt a little' : 'may hurt'
}
