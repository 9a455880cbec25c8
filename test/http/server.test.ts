import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../../src/http/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'unknot-app-'))
const app = join(folder, 'app')
const body = Buffer.alloc(5000, 'body')

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(app, path)), { recursive: true })
  writeFileSync(join(app, path), content)
}

put('index.html', '<title>app</title>')
put('sw.js', 'self')
put('assets/index-B6jekkpB.js', 'script')
put('assets/model-ChFpd822.wasm', 'wasm')
put('data/body.bin', body)
put('data/body.bin.br', brotliCompressSync(body))
put('data/body.bin.gz', gzipSync(body))
put('.secret/key.txt', 'secret')
put('../outside.txt', 'secret')

const server = await createServer(app)
let port = 0
beforeAll(async () => {
  await server.listen({ host: '127.0.0.1', port: 0 })
  port = (server.server.address() as AddressInfo).port
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** The address goes out as it is written: `fetch` would tidy it first. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the server', () => {
  it.each(['/', '/about', '/muscle/trapezius?side=left', '/source/nerve-root.l5', '/muscle/trapezius.upper.1'])(
    'answers %s with the app',
    async (path) => {
      const { status, headers, body: page } = await ask(path)
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect(page.toString()).toContain('<title>app</title>')
    },
  )

  it.each(['/assets/gone.js', '/assets/gone', '/data/gone', '/data', '/data/', '/api/gone', '/favicon.ico'])(
    'says 404 to %s instead of sending the app for a file',
    async (path) => {
      const { status, body: said } = await ask(path)
      expect(status).toBe(404)
      expect(JSON.parse(said.toString()).problems).toMatchObject([{ code: 'not-found' }])
    },
  )

  it.each([
    ...['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/..%5coutside.txt', '/..\\outside.txt'],
    ...['/assets/../../outside.txt', '/assets/..%2f..%2foutside.txt', '//outside.txt', '/./../outside.txt'],
    ...['/.secret/key.txt', '/%2esecret/key.txt', '/%00', '/%zz', '/%252e%252e/outside.txt'],
  ])('gives nothing away that is not of the app: %s', async (path) => {
    const { body: said } = await ask(path)
    expect(said.toString()).not.toContain('secret')
  })

  it.each(['/', '/data/gone', '/%zz', '/../outside.txt', '/api/health'])(
    'keeps everything on this origin, errors too: %s',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  it('repeats no address: words of a person may stand in it', async () => {
    for (const path of ['/data/maria-muster', '/%zz-maria-muster', '/../maria-muster.txt']) {
      expect((await ask(path)).body.toString()).not.toContain('muster')
    }
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is only read: %s is refused', async (method) => {
    const { status, headers } = await ask('/', method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it.each(['/', '/about', '/data/body.bin', '/assets/index-B6jekkpB.js'])('answers HEAD of %s', async (path) => {
    const [head, get] = [await ask(path, 'HEAD'), await ask(path)]
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(String(get.body.length))
  })
})

describe('what a browser keeps', () => {
  it('is for good what has a hash in its name', async () => {
    for (const path of ['/assets/index-B6jekkpB.js', '/assets/model-ChFpd822.wasm'])
      expect((await ask(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it.each(['/', '/about', '/index.html', '/sw.js', '/data/body.bin'])('is asked for again: %s', async (path) => {
    const { headers } = await ask(path)
    expect(headers['cache-control']).toBe('no-cache')
    const again = await ask(path, 'GET', { 'if-none-match': String(headers.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it('is nothing that went wrong', async () => {
    expect((await ask('/assets/gone.js')).headers['cache-control']).toBe('no-store')
  })
})

describe('compressed twins', () => {
  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('are sent to whom accepts %s', async (accepts, encoding, open) => {
    const { headers, body: sent } = await ask('/data/body.bin', 'GET', { 'accept-encoding': accepts })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toBe('accept-encoding')
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(open(sent)).toEqual(body)
  })

  it('keep the type of WebAssembly, or the browser would not start it', async () => {
    expect((await ask('/assets/model-ChFpd822.wasm')).headers['content-type']).toBe('application/wasm')
  })
})
