/** Bundles the command line, its worker, the server and the library: one file each, dependencies left outside. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  logLevel: 'warning',
}
await Promise.all([
  build({ ...shared, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.mjs' }),
  build({ ...shared, entryPoints: ['src/cli/rank-worker.ts'], outfile: 'dist/rank-worker.mjs' }),
  build({ ...shared, entryPoints: ['src/http/main.ts'], outfile: 'dist/serve.mjs' }),
  build({ ...shared, entryPoints: ['src/index.ts'], outfile: 'dist/lib/index.mjs', platform: 'neutral' }),
  build({ ...shared, entryPoints: ['src/ripple-names.ts'], outfile: 'dist/lib/ripple.mjs', platform: 'neutral' }),
])
