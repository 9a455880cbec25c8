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

/** One clear sentence, then the end: 2 for a wrong call, 1 for everything else. */
function giveUp(exitCode: 1 | 2, sentence: string): never {
  process.stderr.write(`unknot: ${sentence}\n`)
  process.exit(exitCode)
}

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const unknown = args.find((arg) => !arg.startsWith('--port='))
  if (unknown !== undefined) giveUp(2, `"${unknown}" is not understood: --port=NUMBER is.`)
  const asked = args[0]?.slice('--port='.length) ?? (process.env.PORT || String(firstPort))
  const first = Number(asked)
  if (!/^\d+$/.test(asked) || first > 65_535) {
    giveUp(2, `"${asked}" is no port: give a whole number from 0 to 65535.`)
  }
  const root = fileURLToPath(new URL('..', import.meta.url))
  const app = `${root}web/dist`
  if (!existsSync(`${app}/index.html`)) giveUp(1, 'the app is not built yet: run "npm start".')
  const server = await createServer(app)
  const last = Math.min(first + portsTried - 1, 65_535)
  for (let port = first; port <= last; port++) {
    try {
      const address = await server.listen({ host: '127.0.0.1', port })
      if (port !== first) process.stdout.write(`unknot: port ${first} is taken, using ${port} instead.\n`)
      process.stdout.write(`unknot: open ${address}\n`)
      break
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE')
        giveUp(1, `port ${port} can't be used (${code ?? message}): give another --port=NUMBER.`)
      if (port === last) giveUp(1, `the ports ${first} to ${port} are all taken: free one or give --port=NUMBER.`)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void server.close().then(() => process.exit(0)))
}

await main()
