import { useEffect } from 'react'

/** The title of the browser's tab names no person: others may see it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Unknot`
    return () => {
      document.title = 'Unknot'
    }
  }, [title])
}
