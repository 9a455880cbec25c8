/** Keeps the body in step with the ripple: muscles by load, rings on joints, a skin that one can see through. */
import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useEffect } from 'react'
import type { Stage } from '../scene/stage.ts'
import type { Workbench } from '../session/workbench.ts'
import { jointRings, type LoadMap, loadColours, loadMapOf, loadPalettes, viewOfLoad } from './show-load.ts'

let map: LoadMap | null = null

export function useLoad(stage: Stage | null, workbench: Workbench): void {
  const still = useReducedMotion()
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    if (stage === null) return
    const { model, load } = workbench
    let looked = ''
    const show = () => {
      const { picture, shown } = load.get()
      if (picture === null) {
        looked = ''
        stage.showLoads(null)
        return
      }
      map ??= loadMapOf(model)
      const palette = loadPalettes[scheme]
      stage.showLoads({
        map,
        colours: loadColours(map, picture, shown, palette),
        rings: shown === 'before' ? [] : jointRings(model, picture),
        ringColour: palette.more,
        animated: !still,
      })
      // the camera goes where the trouble is, once; a slider must not move it
      const trouble = picture.trouble.map(({ muscle, part, side }) => `${muscle} ${part} ${side}`).join()
      if (trouble === looked || (picture.shifts.length === 0 && looked === '')) return
      looked = trouble
      const view = viewOfLoad(model, map, picture)
      if (view === null) return
      // as if a hand had turned it: no named view is the one shown any more
      stage.controls.dispatchEvent({ type: 'start' })
      stage.goTo(view, !still)
    }
    show()
    return load.subscribe(show)
  }, [stage, workbench, scheme, still])
}
