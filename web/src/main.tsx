import './ripple/begin.ts'
import './styles.ts'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Boot } from './shell/boot.tsx'
import { theme } from './theme.ts'

// a page that was open while the app was renewed asks for pieces that are gone: everything is kept, so it begins anew
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('unknot-begun-anew') ?? 0)
  if (Date.now() - last < 60_000) return
  sessionStorage.setItem('unknot-begun-anew', String(Date.now()))
  window.location.reload()
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Boot />
    </MantineProvider>
  </StrictMode>,
)
