/** `npm start`: installs, builds what is missing or stale, serves the app. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkNode, say } from './say.mjs'

checkNode()
const { installPackages } = await import('./install.mjs')
installPackages()
const { build } = await import('./build.mjs')
build()
say('starting …')
const root = fileURLToPath(new URL('..', import.meta.url))
const server = spawn(process.execPath, ['dist/serve.mjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)))
