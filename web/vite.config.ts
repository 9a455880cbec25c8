import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { evalFreeMujoco } from './eval-free.config.ts'

export default defineConfig({
  resolve: {
    alias: {
      'unknot/ripple': fileURLToPath(new URL('../src/ripple-names.ts', import.meta.url)),
      unknot: fileURLToPath(new URL('../src/index.ts', import.meta.url)),
    },
  },
  // the ripple's worker loads its WebAssembly by address, as a module
  worker: { format: 'es', plugins: () => [evalFreeMujoco()] },
  build: { chunkSizeWarningLimit: 1200, target: 'es2022' },
  plugins: [
    evalFreeMujoco(),
    react(),
    VitePWA({
      registerType: 'autoUpdate',
      manifest: {
        name: 'Unknot',
        short_name: 'Unknot',
        description: 'Paint where it hurts and see which tender spots would explain it.',
        theme_color: '#f6f4f0',
        background_color: '#f6f4f0',
        display: 'standalone',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // a therapist's room may have no network: the body and the knowledge belong to the app
        globPatterns: ['**/*.{js,css,html,svg,woff2,json,bin}'],
        maximumFileSizeToCacheInBytes: 6_000_000,
        // the ripple's 10 MB are kept when they are first fetched: web/src/ripple/keep-offline.ts says for whom
        runtimeCaching: [
          {
            urlPattern: /\/assets\/mujoco-[^/]*\.wasm$/,
            handler: 'CacheFirst',
            options: { cacheName: 'ripple', expiration: { maxEntries: 1 } },
          },
        ],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/data\//],
      },
    }),
  ],
})
