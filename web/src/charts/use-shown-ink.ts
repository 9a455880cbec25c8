/** The ink as charts show it, and how much of each place it covers; at most once a frame while a stroke is drawn. */
import { useEffect, useState } from 'react'
import { type ShownInk, smoothInk } from '../session/smooth-ink.ts'
import type { Workbench } from '../session/workbench.ts'
import { type PlaceShare, placeShares } from './shares.ts'

type Shown = { readonly ink: ShownInk; readonly painted: readonly PlaceShare[] }

export function useShownInk(workbench: Workbench): Shown {
  const [shown, setShown] = useState(() => shownInk(workbench))
  useEffect(() => {
    let frame = 0
    const update = () => {
      frame = 0
      setShown(shownInk(workbench))
    }
    const stop = workbench.onInk(() => {
      if (frame === 0) frame = requestAnimationFrame(update)
    })
    update()
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [workbench])
  return shown
}

function shownInk(workbench: Workbench): Shown {
  const { body } = workbench.model
  const { cover, shade, paint } = workbench.ink()
  return { ink: smoothInk(body, { cover, shade }), painted: placeShares(body, paint) }
}
