/** How the pain feels: intensity, width of the brush, quality, both sides. The same on every screen. */
import { Chip, Slider, Switch } from '@mantine/core'
import { type Quality, qualities } from '../model.ts'
import { capital } from '../naming.ts'
import { painWord } from '../ranking/wording.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { painColour } from '../theme.ts'
import styles from './tool-settings.module.css'

const sizes = [
  { radiusMm: 7, name: 'Finger', dot: 8 },
  { radiusMm: 18, name: 'Thumb', dot: 14 },
  { radiusMm: 34, name: 'Palm', dot: 22 },
  { radiusMm: 60, name: 'Hand', dot: 30 },
] as const

export function ToolSettings() {
  const { tool } = useWorkbench()
  const { intensity, radiusMm, quality, mirror, erase } = useStore(tool, (value) => value)
  const clears = erase || intensity === 0
  return (
    <div className={styles.settings}>
      <div className={styles.block} data-off={erase || undefined}>
        <div className={styles.label}>
          <span>How much it hurts</span>
          <output className={styles.value} style={{ color: clears ? undefined : 'var(--pain)' }}>
            <b>{intensity}</b> {painWord(intensity)}
          </output>
        </div>
        <Slider
          thumbLabel="How much it hurts, 0 to 10"
          min={0}
          max={10}
          step={1}
          value={intensity}
          label={null}
          size={12}
          thumbSize={30}
          classNames={{ track: styles.track, bar: styles.bar, thumb: styles.thumb, root: styles.slider }}
          styles={{ thumb: { backgroundColor: intensity === 0 ? 'var(--surface)' : painColour(intensity) } }}
          onChange={(value) => tool.set({ intensity: value, erase: value === 0 })}
        />
        <div className={styles.ends} aria-hidden="true">
          <span>0 takes paint away</span>
          <span>10 worst</span>
        </div>
      </div>

      <fieldset className={styles.block}>
        <legend className={styles.label}>Brush</legend>
        <div className={styles.sizes}>
          {sizes.map((size) => (
            <label key={size.name} className={styles.size} data-on={size.radiusMm === radiusMm || undefined}>
              <input
                type="radio"
                name="brush"
                checked={size.radiusMm === radiusMm}
                onChange={() => tool.set({ radiusMm: size.radiusMm })}
              />
              <span className={styles.dot} style={{ width: size.dot, height: size.dot }} />
              <span>{size.name}</span>
            </label>
          ))}
        </div>
      </fieldset>

      <fieldset className={styles.block}>
        <legend className={styles.label}>
          How it feels <span className={styles.hint}>if you can say</span>
        </legend>
        <Chip.Group multiple value={[...quality]} onChange={(value) => tool.set({ quality: value as Quality[] })}>
          <div className={styles.chips}>
            {qualities.map((name) => (
              <Chip key={name} value={name} size="sm" radius="xl" variant="outline" classNames={{ label: styles.chip }}>
                {capital(name)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </fieldset>

      <Switch
        size="md"
        checked={mirror}
        onChange={(event) => tool.set({ mirror: event.currentTarget.checked })}
        label="Paint both sides at once"
        classNames={{ body: styles.switchBody, label: styles.switchLabel }}
      />
    </div>
  )
}
