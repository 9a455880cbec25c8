/**
 * Serves the built app and its data on this machine only.
 *
 * The address is printed last; a taken port is passed over and said so.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from './server.ts'

const firstPort = 4870
const portsTried = 20

async function main(): Promise<void> {
  const asked = process.argv.find((arg) => arg.startsWith('--port='))?.slice('--port='.length) ?? process.env.PORT
  const first = asked === undefined ? firstPort : Number(asked)
  if (!Number.isInteger(first) || first < 0 || first > 65_535) {
    process.stderr.write(`unknot: "${asked}" is no port: give a whole number from 0 to 65535.\n`)
    process.exit(2)
  }
  const root = fileURLToPath(new URL('..', import.meta.url))
  const app = `${root}web/dist`
  if (!existsSync(`${app}/index.html`)) {
    process.stderr.write('unknot: the app is not built yet: run "npm start".\n')
    process.exit(1)
  }
  const server = await createServer(app)
  for (let port = first; port < first + portsTried; port++) {
    try {
      const address = await server.listen({ host: '127.0.0.1', port })
      if (port !== first) process.stdout.write(`unknot: port ${first} is taken, using ${port} instead.\n`)
      process.stdout.write(`unknot: open ${address}\n`)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      if (port === first + portsTried - 1) {
        process.stderr.write(`unknot: the ports ${first} to ${port} are all taken: free one or give --port=NUMBER.\n`)
        process.exit(1)
      }
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void server.close().then(() => process.exit(0)))
}

await main()
