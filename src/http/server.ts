/** The server: the files of the built app, its data among them, with headers that keep everything on this origin. */
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'

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

/**
 * Bundles carry a hash of their content in their name and never change. Everything else keeps its name over editions
 * and is asked for anew each time, which costs no more than a 304 where nothing has changed.
 */
function cacheFor(path: string): string {
  return /[\\/]assets[\\/][^\\/]+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

const ownHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** What is sent instead of an answer. It never repeats the address: somebody's words may stand in it. */
function refuse(reply: FastifyReply, status: number, code: string, message: string, hint: string): FastifyReply {
  return reply
    .code(status)
    .headers({ ...ownHeaders, 'cache-control': 'no-store' })
    .send({ problems: [{ code, path: 'address', message, hint }] })
}

/** Ids in the app's addresses have dots (`/source/root.l5`); files lie at the top or in folders of their own. */
function isInsideApp(path: string): boolean {
  return !/^\/(data|assets|api)(\/|$)/.test(path) && !/^\/[^/]*\.\w+$/.test(path)
}

/** @param app  folder of the built app */
export async function createServer(app: string): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => {
      refuse(reply, 400, 'bad-address', "this address can't be read", 'open /')
    },
  })
  server.addHook('onSend', async (_request, reply) => {
    reply.headers(ownHeaders)
  })
  await server.register(fastifyStatic, {
    root: app,
    preCompressed: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheFor(path))
    },
  })
  server.get('/api/health', async () => ({ ok: true }))
  // Addresses inside the app are answered by the app itself.
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply.header('allow', 'GET, HEAD')
      return refuse(reply, 405, 'method', 'this address is only read', 'use GET')
    }
    if (isInsideApp(request.url.split('?')[0] ?? '')) return reply.sendFile('index.html')
    return refuse(reply, 404, 'not-found', 'nothing is here', 'open /')
  })
  server.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status < 500) return refuse(reply, status, 'refused', 'this is not served', 'open /')
    return refuse(reply, 500, 'failed', 'something went wrong inside', 'try again')
  })
  return server
}
