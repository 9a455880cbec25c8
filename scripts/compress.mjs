/** Lays a compressed copy beside every file of the built app that gets smaller by it; the server sends those. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const app = fileURLToPath(new URL('../web/dist/', import.meta.url))
const worthwhile = /\.(js|css|html|svg|json|webmanifest|bin|wasm)$/

const forms = [
  ['.br', (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })],
  ['.gz', (bytes) => gzipSync(bytes, { level: 9 })],
]

for (const name of readdirSync(app, { recursive: true })) {
  if (!worthwhile.test(name)) continue
  const bytes = readFileSync(app + name)
  for (const [ending, compress] of forms) {
    const small = compress(bytes)
    if (small.length < bytes.length * 0.95) writeFileSync(app + name + ending, small)
    else rmSync(app + name + ending, { force: true })
  }
}
