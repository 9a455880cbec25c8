/** Conditions, medicines and pregnancy: a short list to tick, a search, and what is ticked at every session. */
import { useMemo, useState } from 'react'
import { type BodyPlace, type Course, conditionFinderOf, type ToTick, toTick } from 'unknot'
import type { Knowledge } from '../../model.ts'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useCare } from '../care-context.tsx'
import type { Assessed } from '../clinic.ts'
import parts from '../parts/parts.module.css'
import { Card, Press, Toggle } from '../parts/parts.tsx'
import { dateWord } from '../words.ts'
import styles from './intake.module.css'
import { PlacePicker } from './place-picker.tsx'

/** So many are shown before somebody asks for more or searches. */
const shownFirst = 8

let finder: { readonly of: Knowledge; readonly find: (typed: string) => readonly string[] } | null = null

function finderFor(knowledge: Knowledge) {
  if (finder?.of !== knowledge) finder = { of: knowledge, find: conditionFinderOf(knowledge) }
  return finder.find
}

type Props = { readonly course: Course; readonly assessed: Assessed; readonly isAgain: boolean }

export function Conditions({ course, assessed, isAgain }: Props) {
  const care = useCare()
  const { knowledge } = useWorkbench().model
  const [wanted, setWanted] = useState('')
  const [all, setAll] = useState(false)
  const list = useMemo(() => toTick(assessed.asked, knowledge), [assessed.asked, knowledge])
  const told = course.conditions
  const isSelf = course.person.setting === 'self'
  const tell = (record: string, holds: boolean, places?: readonly BodyPlace[]) =>
    void care.record(course.person.id, {
      kind: 'condition-told',
      record,
      holds,
      ...(places === undefined ? {} : { places }),
    })
  const found = wanted.trim() === '' ? null : finderFor(knowledge)(wanted)
  const open = list.filter((one) => !told.some((other) => other.id === one.id))
  const shown =
    found === null
      ? open.slice(0, all ? undefined : shownFirst)
      : found.flatMap((id) => open.filter((one) => one.id === id))
  return (
    <Card>
      <h2>
        {isAgain && told.length > 0
          ? 'Is this still so?'
          : isSelf
            ? 'Do you have any of these?'
            : 'Does any of this apply?'}
      </h2>
      <p className={parts.muted}>
        {isAgain && told.length > 0
          ? 'Take back what is over. What stays is kept to.'
          : 'Tap what applies: it is kept to from now on, and looked at again before every session.'}
      </p>
      {told.map(({ id, atMs, places }) => (
        <Told
          key={id}
          name={nameOf(list, knowledge, id)}
          since={dateWord(atMs)}
          hasPlace={list.find((one) => one.id === id)?.hasPlace ?? false}
          places={places ?? undefined}
          painful={assessed.asked.pain}
          onGone={() => tell(id, false)}
          onPlaces={(next) => tell(id, true, next)}
        />
      ))}
      {isAgain && told.length > 0 && <h3>Something new?</h3>}
      <label className={parts.field}>
        Search conditions and medicines
        <input
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          autoComplete="off"
          maxLength={60}
        />
      </label>
      <Groups
        list={shown}
        onTick={(id) => {
          tell(id, true)
          setWanted('')
        }}
      />
      {found !== null && shown.length === 0 && (
        <p>
          Nothing here is called that, or it is ticked already. What is not in this list is not screened: if in doubt,
          ask a doctor or pharmacist before anything is pressed.
        </p>
      )}
      {found === null && !all && open.length > shownFirst && (
        <Press look="quiet" onPress={() => setAll(true)}>
          Show all {open.length}
        </Press>
      )}
    </Card>
  )
}

const groups = [
  ['condition', 'Conditions'],
  ['medicine', 'Medicines'],
  ['pregnancy', 'Pregnancy and birth'],
] as const

function Groups({ list, onTick }: { readonly list: readonly ToTick[]; readonly onTick: (id: string) => void }) {
  const used = groups.filter(([group]) => list.some((one) => one.group === group))
  return used.map(([group, name]) => (
    <div key={group}>
      {used.length > 1 && <h3>{name}</h3>}
      <div className={styles.chips}>
        {list
          .filter((one) => one.group === group)
          .map((one) => (
            <Toggle key={one.id} on={false} onPress={() => onTick(one.id)}>
              {one.name}
            </Toggle>
          ))}
      </div>
    </div>
  ))
}

function Told({
  name,
  since,
  hasPlace,
  places,
  painful,
  onGone,
  onPlaces,
}: {
  readonly name: string
  readonly since: string
  readonly hasPlace: boolean
  readonly places: readonly BodyPlace[] | undefined
  readonly painful: readonly BodyPlace[]
  readonly onGone: () => void
  readonly onPlaces: (places: readonly BodyPlace[]) => void
}) {
  return (
    <div className={styles.told}>
      <div>
        <strong>
          {name}
          <small>told {since}</small>
        </strong>
        <Press onPress={onGone} label={`Take back: ${name}`}>
          Take back
        </Press>
      </div>
      {hasPlace && <PlacePicker of={name} places={places} painful={painful} onPlaces={onPlaces} />}
    </div>
  )
}

function nameOf(list: readonly ToTick[], knowledge: Knowledge, id: string): string {
  const records = [...knowledge.conditions, ...knowledge.medicines, ...knowledge.pregnancy]
  return list.find((one) => one.id === id)?.name ?? records.find((one) => one.id === id)?.name ?? 'Something unknown'
}
