/** Words of the terminal: wrapping, bars, bands. */
import type { Side } from '../core/units.ts'

/** How a probability is said before the number is. */
export function band(probability: number): string {
  if (probability >= 0.5) return 'fits well'
  return probability >= 0.2 ? 'fits partly' : 'less likely'
}

export function percent(share: number): string {
  return share > 0 && share < 0.01 ? '<1 %' : `${Math.round(share * 100)} %`
}

export function sided(name: string, side: Side | null): string {
  return side === null ? name : `${side} ${name}`
}

export function bar(share: number, width = 12): string {
  const full = Math.round(share * width)
  return '█'.repeat(full) + '·'.repeat(width - full)
}

/** Lines of at most `width` characters, indented. */
export function wrap(text: string, width = 84, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  lines.push(line.trimEnd())
  return lines.join('\n')
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
