import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const serve = fileURLToPath(new URL('../../dist/serve.mjs', import.meta.url))
const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

type Run = {
  readonly child: ChildProcess
  said(words: RegExp): Promise<string>
  ended(): Promise<{ code: number | null; text: string }>
}

function start(args: readonly string[], port?: string): Run {
  const child = spawn(process.execPath, [serve, ...args], { env: { ...process.env, PORT: port } })
  started.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part))
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    child,
    async said(words) {
      while (!words.test(text)) {
        await Promise.race([new Promise((resolve) => setTimeout(resolve, 20)), closed])
        if (child.exitCode !== null && !words.test(text)) throw new Error(text)
      }
      return text
    },
    ended: async () => ({ code: await closed, text }),
  }
}

/** A port that somebody else holds. */
async function taken(): Promise<{ port: number; holder: Server }> {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const address = holder.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, holder }
}

describe('the served app', () => {
  it('says where it is, serves it there, and ends well with Ctrl-C', async () => {
    const run = start(['--port=0'])
    const text = await run.said(/open http:\S+\n/)
    const page = await fetch(/http:\S+/.exec(text)![0])
    expect([page.status, (await page.text()).includes('<html')]).toEqual([200, true])
    run.child.kill('SIGINT')
    expect((await run.ended()).code).toBe(0)
  })

  it('passes a taken port over and says so', async () => {
    const { port, holder } = await taken()
    const run = start([], String(port))
    const text = await run.said(/open http:\S+\n/)
    expect(text).toMatch(new RegExp(`port ${port} is taken, using \\d+ instead`))
    expect(text).not.toContain(`open http://127.0.0.1:${port}\n`)
    holder.close()
  })

  it.each([['--port=70000'], ['--port=-1'], ['--port='], ['--port=4870x'], ['--port'], ['--prot=4870']])(
    'ends with 2 and one sentence for %s',
    async (arg) => {
      const { code, text } = await start([arg]).ended()
      expect(code).toBe(2)
      expect(text).toMatch(/^unknot: [^\n]+\n$/)
    },
  )
})
