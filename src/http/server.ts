/** The server: the files of the built app, its data among them, with headers that keep everything on this origin. */
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'

/** Nothing may be loaded from elsewhere. WebAssembly and styles set by the UI kit need their words. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** @param app  folder of the built app */
export async function createServer(app: string): Promise<FastifyInstance> {
  const server = fastify({ logger: false, forceCloseConnections: true })
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('cross-origin-opener-policy', 'same-origin')
  })
  await server.register(fastifyStatic, { root: app, preCompressed: true })
  server.get('/api/health', async () => ({ ok: true }))
  // Addresses inside the app are answered by the app itself.
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method === 'GET' && !request.url.startsWith('/data/') && !/\.\w+(\?|$)/.test(request.url)) {
      return reply.sendFile('index.html')
    }
    return reply
      .code(404)
      .send({ problems: [{ code: 'not-found', path: request.url, message: 'nothing is here', hint: '' }] })
  })
  return server
}
