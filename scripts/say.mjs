/** What the two commands say while they work, and how they end when they can't. */
export function say(text) {
  process.stderr.write(`unknot: ${text}\n`)
}

/** One clear sentence, then the end. */
export function giveUp(sentence) {
  process.stderr.write(`unknot: ${sentence}\n`)
  process.exit(1)
}

const oldest = [20, 19]

/** Runs before anything is installed: no dependency may be used here. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    giveUp(`Node.js ${version} is too old: Unknot needs ${oldest.join('.')} or newer, from nodejs.org.`)
  }
}
