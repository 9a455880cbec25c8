/** `npm run check`: types, style, rooms and knowledge, without the tests. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('test.mjs', import.meta.url))
process.exitCode = spawnSync(process.execPath, [script, '--only=checks'], { stdio: 'inherit' }).status ?? 1
