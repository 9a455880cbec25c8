import { Icon, type IconName } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import styles from './mode-switch.module.css'

const modes = [
  { id: 'paint', word: 'Paint', icon: 'paint', set: { mode: 'paint', erase: false } },
  { id: 'erase', word: 'Erase', icon: 'erase', set: { mode: 'paint', erase: true } },
  { id: 'turn', word: 'Turn', icon: 'turn', set: { mode: 'turn', erase: false } },
] as const satisfies readonly { id: string; word: string; icon: IconName; set: object }[]

const chartModes = [
  { id: 'fill', word: 'Fill', icon: 'fill', set: { chart: 'fill', erase: false } },
  { id: 'brush', word: 'Brush', icon: 'paint', set: { chart: 'brush', erase: false } },
  { id: 'erase', word: 'Erase', icon: 'erase', set: { erase: true } },
] as const satisfies readonly { id: string; word: string; icon: IconName; set: object }[]

/** What the finger does on the body, or on the charts. */
export function ModeSwitch() {
  const { tool, shown } = useWorkbench()
  const flat = useStore(shown, ({ surface }) => surface === 'charts')
  const now = useStore(tool, ({ mode, erase, chart }) => {
    if (flat) return erase ? 'erase' : chart
    return mode === 'turn' ? 'turn' : erase ? 'erase' : 'paint'
  })
  const choose = (mode: (typeof modes | typeof chartModes)[number]) => {
    const { intensity } = tool.get()
    tool.set({ ...mode.set, intensity: mode.id !== 'erase' && intensity === 0 ? 5 : intensity })
  }
  return (
    <div className={styles.switch} role="radiogroup" aria-label="What the finger does">
      {(flat ? chartModes : modes).map((mode) => (
        <label key={mode.id} className={styles.choice} data-on={mode.id === now || undefined}>
          <input type="radio" name="mode" checked={mode.id === now} onChange={() => choose(mode)} />
          <Icon name={mode.icon} />
          <span>{mode.word}</span>
        </label>
      ))}
    </div>
  )
}
