/**
 * A name that came from outside, as a path or message may show it: its first word, cut short.
 *
 * Whatever could be a sentence, a line break or a terminal's control code stays out: nobody's free text belongs in a
 * message or a log.
 */
export function shownName(name: string): string {
  const word = /^[\p{L}\p{N}_.$-]{0,40}/u.exec(name)?.[0] ?? ''
  return word.length < name.length ? `${word}…` : word
}
