#!/usr/bin/env node
/** The command line. In a checkout it first builds what is missing or stale; an installed package is complete. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

function newestUnder(path) {
  let newest = statSync(root + path).mtimeMs // tells of a file that has gone
  for (const entry of readdirSync(root + path, { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`
    newest = Math.max(newest, entry.isDirectory() ? newestUnder(inner) : statSync(root + inner).mtimeMs)
  }
  return newest
}

/** When code and data were last found up to date; 0 if one of them was not finished. */
function checkedAtMs() {
  try {
    const { code, bake } = JSON.parse(readFileSync(`${root}dist/.built.json`, 'utf8'))
    return code && bake ? Number(readFileSync(`${root}dist/.checked`, 'utf8')) : 0
  } catch {
    return 0
  }
}

function isStale() {
  const made = ['dist/cli.mjs', 'dist/data/knowledge.json', 'dist/data/body.bin', 'dist/data/atlas.bin']
  if (made.some((path) => !existsSync(root + path))) return true
  if (!existsSync(`${root}src`)) return false
  return Math.max(newestUnder('src'), newestUnder('knowledge')) > checkedAtMs()
}

if (existsSync(`${root}scripts/build.mjs`) && isStale()) {
  const { checkNode } = await import('../scripts/say.mjs')
  checkNode()
  const { installPackages } = await import('../scripts/install.mjs')
  installPackages()
  const { build } = await import('../scripts/build.mjs')
  build({ only: ['code', 'bake'] })
}
await import('../dist/cli.mjs')
