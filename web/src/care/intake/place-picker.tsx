/** Where on the body something is, without typing: where it hurts, or an area and a place in it. */
import { useState } from 'react'
import type { BodyPlace } from 'unknot'
import type { Knowledge, Side } from '../../model.ts'
import { placeName } from '../../naming.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import parts from '../parts/parts.module.css'
import { Press, Toggle } from '../parts/parts.tsx'
import styles from './intake.module.css'

type Area = Knowledge['regions'][number]['area']

const areas: readonly { readonly value: Area; readonly label: string }[] = [
  { value: 'head', label: 'Head' },
  { value: 'neck', label: 'Neck' },
  { value: 'shoulder', label: 'Shoulder' },
  { value: 'arm', label: 'Arm' },
  { value: 'hand', label: 'Hand' },
  { value: 'trunk-front', label: 'Chest, belly' },
  { value: 'trunk-back', label: 'Back' },
  { value: 'pelvis', label: 'Pelvis' },
  { value: 'thigh', label: 'Thigh' },
  { value: 'leg', label: 'Lower leg' },
  { value: 'foot', label: 'Foot' },
]

type Props = {
  /** What is somewhere: "the wound". */
  readonly of: string
  /** Undefined: nobody was asked yet. Empty: nobody can say. */
  readonly places: readonly BodyPlace[] | undefined
  readonly painful: readonly BodyPlace[]
  readonly onPlaces: (places: readonly BodyPlace[]) => void
}

export function PlacePicker({ of, places, painful, onPlaces }: Props) {
  const { knowledge } = useWorkbench().model
  const [area, setArea] = useState<Area | null>(null)
  const chosen = places ?? []
  const hurting = painful.map(({ region, side }): BodyPlace => ({ region, side }))
  const flip = (place: BodyPlace) =>
    onPlaces(
      chosen.some((one) => isSame(one, place)) ? chosen.filter((one) => !isSame(one, place)) : [...chosen, place],
    )
  const known = areas.filter(({ value }) => knowledge.regions.some((region) => region.area === value))
  const shown = area === null ? [] : knowledge.regions.filter((region) => region.area === area).flatMap(placesOfRegion)
  const others = chosen.filter((one) => ![...hurting, ...shown].some((place) => isSame(place, one)))
  const list = [...hurting, ...others]
  return (
    <section className={styles.where} aria-label={`Where: ${of}`}>
      <p className={styles.whereAsk}>
        Where is that? <span>Until it is said, nothing is pressed anywhere.</span>
      </p>
      {list.length > 0 && (
        <div className={styles.chips}>
          {list.map((place) => (
            <Toggle
              key={`${place.region} ${place.side}`}
              on={chosen.some((one) => isSame(one, place))}
              onPress={() => flip(place)}
            >
              {placeName(knowledge, place.region, place.side)}
            </Toggle>
          ))}
        </div>
      )}
      <details className={styles.more}>
        <summary>Another place</summary>
        <div className={parts.choices}>
          {known.map(({ value, label }) => (
            <Toggle key={value} on={area === value} onPress={() => setArea(area === value ? null : value)}>
              {label}
            </Toggle>
          ))}
        </div>
        {shown.length > 0 && (
          <div className={styles.chips}>
            {shown.map((place) => (
              <Toggle
                key={`${place.region} ${place.side}`}
                on={chosen.some((one) => isSame(one, place))}
                onPress={() => flip(place)}
              >
                {placeName(knowledge, place.region, place.side)}
              </Toggle>
            ))}
          </div>
        )}
      </details>
      {chosen.length === 0 && (
        <Press look={places === undefined ? 'quiet' : 'usual'} onPress={() => onPlaces([])}>
          {places === undefined ? 'I cannot say where' : 'Nobody can say where: nothing is pressed'}
        </Press>
      )}
      {chosen.length > 0 && (
        <p className={parts.muted} role="status">
          Left alone: {chosen.map((one) => placeName(knowledge, one.region, one.side)).join(', ')}.
        </p>
      )}
    </section>
  )
}

function placesOfRegion({ id, sided }: Knowledge['regions'][number]): readonly BodyPlace[] {
  const sides: readonly (Side | null)[] = sided ? ['left', 'right'] : [null]
  return sides.map((side) => ({ region: id, side }))
}

function isSame(a: BodyPlace, b: BodyPlace): boolean {
  return a.region === b.region && a.side === b.side
}
