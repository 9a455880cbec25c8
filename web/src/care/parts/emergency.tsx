/** Whom to call where somebody is: chosen once on this device, 112 until then. */
import type { EmergencyNumber } from 'unknot'
import { useWorkbench } from '../../shell/workbench-context.ts'
import { useStore } from '../../store.ts'
import { useCare } from '../care-context.tsx'
import styles from './emergency.module.css'

export function useEmergency(): { readonly here: EmergencyNumber; readonly all: readonly EmergencyNumber[] } {
  const all = useWorkbench().model.knowledge.emergencyNumbers
  const chosen = useStore(useCare().state, (state) => state.emergency)
  return { here: all.find((one) => one.id === chosen) ?? all[0]!, all }
}

/** "You are in …": every number stands in the list, so that nobody has to know its name. */
export function EmergencyWhere({ onAlarm }: { readonly onAlarm?: boolean }) {
  const care = useCare()
  const { here, all } = useEmergency()
  return (
    <label className={`${styles.where} ${onAlarm ? styles.onAlarm : ''}`}>
      You are in
      <select value={here.id} onChange={(event) => void care.chooseEmergency(event.target.value)}>
        {all.map(({ id, name, number }) => (
          <option key={id} value={id}>
            {name}: {number}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Somebody to talk to, where there is a number for it. */
export function CrisisLine() {
  const { crisis } = useEmergency().here
  return (
    <section className={styles.crisis} aria-label="Somebody to talk to">
      {crisis === undefined ? (
        <p>A crisis line, a doctor or somebody you trust: talk to one of them today.</p>
      ) : (
        <a href={`tel:${crisis.number.replaceAll(' ', '')}`}>
          {crisis.name}: {crisis.number}
        </a>
      )}
      <EmergencyWhere />
    </section>
  )
}
