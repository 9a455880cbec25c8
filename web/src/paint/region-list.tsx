/** Painting by name: every region as a button, for a keyboard, a screen reader, or somebody who knows the word. */
import { Drawer, Slider, TextInput, VisuallyHidden } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Knowledge, Side } from '../model.ts'
import { capital, placeName, sideWord } from '../naming.ts'
import { Icon } from '../parts/icons.tsx'
import { painWord } from '../ranking/wording.ts'
import type { Workbench } from '../session/workbench.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { painColour } from '../theme.ts'
import styles from './region-list.module.css'

type Region = Knowledge['regions'][number]

export const regionAreaWords: Record<string, string> = {
  head: 'Head and face',
  neck: 'Neck',
  shoulder: 'Shoulder',
  arm: 'Arm',
  hand: 'Hand',
  'trunk-front': 'Chest and belly',
  'trunk-back': 'Back',
  pelvis: 'Pelvis',
  thigh: 'Thigh and hip',
  leg: 'Knee and lower leg',
  foot: 'Foot',
}

export function RegionList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const workbench = useWorkbench()
  const { knowledge } = workbench.model
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().toLowerCase())
  const [said, setSaid] = useState('')
  const { intensity } = useStore(workbench.tool, (tool) => tool)
  const state = useStore(workbench.history, ({ states, at }) => states[at])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ink changes with the state of the drawing
  const painted = useMemo(() => (opened ? paintedPlaces(workbench) : []), [workbench, opened, state])
  const areas = useMemo(() => grouped(knowledge.regions, search), [knowledge, search])
  const close = () => {
    workbench.looking.set({ place: null })
    onClose()
  }
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="left"
      size={448}
      title="Paint by name"
      closeButtonProps={{ size: 44, 'aria-label': 'Close the list' }}
      overlayProps={{ backgroundOpacity: 0 }}
      classNames={{ content: styles.drawer, title: styles.title, header: styles.header, body: styles.body }}
    >
      <div className={styles.top}>
        <TextInput
          type="search"
          size="md"
          radius="md"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder="Search: temple, calf, heel"
          aria-label="Search the regions"
          leftSection={<Icon name="search" size={20} />}
          data-autofocus
        />
        <div className={styles.intensity}>
          <span>Intensity</span>
          <Slider
            thumbLabel="How much it hurts, 1 to 10"
            min={1}
            max={10}
            value={Math.max(1, intensity)}
            onChange={(value) => workbench.tool.set({ intensity: value, erase: false })}
            label={null}
            size={10}
            thumbSize={28}
            styles={{
              thumb: { backgroundColor: painColour(intensity), borderColor: 'var(--surface)' },
              bar: { background: painColour(intensity) },
            }}
          />
          <span className={styles.number}>
            {intensity} <small>{painWord(intensity)}</small>
          </span>
        </div>
      </div>
      {areas.length === 0 && (
        <p className={styles.none}>No region is called that. Try a simpler word, such as “arm”.</p>
      )}
      {areas.map(([area, regions]) => (
        <section key={area} aria-label={regionAreaWords[area] ?? area}>
          <h3 className={styles.area}>{regionAreaWords[area] ?? capital(area)}</h3>
          <ul className={styles.list}>
            {regions.map((region) => (
              <RegionRow key={region.id} region={region} painted={painted} onSaid={setSaid} />
            ))}
          </ul>
        </section>
      ))}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Drawer>
  )
}

function grouped(regions: readonly Region[], search: string): [string, Region[]][] {
  const matches = regions.filter((region) =>
    [region.name, region.where, region.id.replaceAll('-', ' '), ...region.alsoCalled].some((text) =>
      text.toLowerCase().includes(search),
    ),
  )
  return Object.keys(regionAreaWords).flatMap((area): [string, Region[]][] => {
    const inside = matches.filter((region) => region.area === area)
    return inside.length === 0 ? [] : [[area, inside]]
  })
}

type RowProps = {
  readonly region: Region
  /** By place: the pain painted there, 0 to 10. */
  readonly painted: readonly number[]
  readonly onSaid: (said: string) => void
}

function RegionRow({ region, painted, onSaid }: RowProps) {
  const sides: readonly (Side | null)[] = region.sided ? ['right', 'left'] : [null]
  return (
    <li className={styles.row}>
      <div>
        <span className={styles.name}>{region.name}</span>
        <span className={styles.where}>{capital(region.where)}</span>
      </div>
      <div className={styles.sides}>
        {sides.map((side) => (
          <RegionButton key={side ?? 'middle'} region={region} side={side} levels={painted} onSaid={onSaid} />
        ))}
      </div>
    </li>
  )
}

type ButtonProps = {
  readonly region: Region
  readonly side: Side | null
  readonly levels: readonly number[]
  readonly onSaid: (said: string) => void
}

function RegionButton({ region, side, levels, onSaid }: ButtonProps) {
  const workbench = useWorkbench()
  const { body, knowledge } = workbench.model
  const place = body.places.findIndex((one) => one.region === region.id && one.side === side)
  const painted = levels[place] ?? 0
  const name = placeName(knowledge, region.id, side)
  const toggle = () => {
    workbench.paintRegion(region.id, side, painted > 0)
    onSaid(painted > 0 ? `${name}: no longer painted` : `${name}: painted, ${workbench.tool.get().intensity} of 10`)
  }
  return (
    <button
      type="button"
      className={styles.side}
      aria-pressed={painted > 0}
      aria-label={painted > 0 ? `${name}, painted ${painted} of 10` : name}
      onClick={toggle}
      onFocus={() => workbench.looking.set({ place })}
      style={painted > 0 ? { background: painColour(painted) } : undefined}
    >
      {side === null ? 'Paint' : sideWord(side)}
    </button>
  )
}

/** By place: the strongest pain where at least a quarter of it is painted, else 0. */
function paintedPlaces(workbench: Workbench): number[] {
  const { places, placeOfVertex } = workbench.model.body
  const { intensity } = workbench.ink().paint
  const all = places.map(() => 0)
  const some = places.map(() => 0)
  const strongest = places.map(() => 0)
  for (let v = 0; v < intensity.length; v++) {
    const place = placeOfVertex[v]!
    all[place]!++
    if (intensity[v]! === 0) continue
    some[place]!++
    strongest[place] = Math.max(strongest[place]!, intensity[v]!)
  }
  return strongest.map((level, place) => (some[place]! * 4 >= all[place]! ? level : 0))
}
