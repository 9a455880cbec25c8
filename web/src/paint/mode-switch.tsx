import { Icon, type IconName } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import styles from './mode-switch.module.css'

const modes = [
  { id: 'paint', word: 'Paint', icon: 'paint', set: { mode: 'paint', erase: false } },
  { id: 'erase', word: 'Erase', icon: 'erase', set: { mode: 'paint', erase: true } },
  { id: 'turn', word: 'Turn', icon: 'turn', set: { mode: 'turn', erase: false } },
] as const satisfies readonly { id: string; word: string; icon: IconName; set: object }[]

/** What the finger does on the body. */
export function ModeSwitch() {
  const { tool } = useWorkbench()
  const now = useStore(tool, ({ mode, erase }) => (mode === 'turn' ? 'turn' : erase ? 'erase' : 'paint'))
  const choose = (mode: (typeof modes)[number]) => {
    const { intensity } = tool.get()
    tool.set({ ...mode.set, intensity: mode.id === 'paint' && intensity === 0 ? 5 : intensity })
  }
  return (
    <div className={styles.switch} role="radiogroup" aria-label="What the finger does">
      {modes.map((mode) => (
        <label key={mode.id} className={styles.choice} data-on={mode.id === now || undefined}>
          <input type="radio" name="mode" checked={mode.id === now} onChange={() => choose(mode)} />
          <Icon name={mode.icon} />
          <span>{mode.word}</span>
        </label>
      ))}
    </div>
  )
}
