import { Button, Drawer } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../parts/icons.tsx'
import { painWord } from '../ranking/wording.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import { painColour } from '../theme.ts'
import { HistoryButtons } from './history-buttons.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import styles from './phone-tools.module.css'
import { RegionList } from './region-list.tsx'
import { ToolSettings } from './tool-settings.tsx'

/** The tools of a phone: what is needed between two strokes in one row, the rest one tap away. */
export function PhoneTools() {
  const workbench = useWorkbench()
  const [open, setOpen] = useState(false)
  const [listed, setListed] = useState(false)
  const intensity = useStore(workbench.tool, (tool) => tool.intensity)
  const empty = useStore(workbench.history, ({ states, at }) => states[at]!.length === 0)
  return (
    <fieldset className={styles.bar} aria-label="Painting tools">
      <ModeSwitch />
      <button
        type="button"
        className={styles.intensity}
        aria-label={`How much it hurts: ${intensity}, ${painWord(intensity)}. More tools`}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className={styles.ball} style={{ background: intensity === 0 ? undefined : painColour(intensity) }}>
          {intensity}
        </span>
      </button>
      <div className={styles.history}>
        <HistoryButtons withClear={false} />
      </div>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title="How it hurts"
        closeButtonProps={{ size: 44, 'aria-label': 'Close' }}
        classNames={{ content: styles.drawer, title: styles.title, body: styles.body }}
      >
        <ToolSettings />
        <div className={styles.foot}>
          <Button
            variant="default"
            size="lg"
            leftSection={<Icon name="list" />}
            onClick={() => {
              setOpen(false)
              setListed(true)
            }}
          >
            By name
          </Button>
          <Button
            variant="default"
            size="lg"
            disabled={empty}
            leftSection={<Icon name="clear" />}
            onClick={() => {
              workbench.clear()
              setOpen(false)
            }}
          >
            Clear
          </Button>
        </div>
      </Drawer>
      <RegionList opened={listed} onClose={() => setListed(false)} />
    </fieldset>
  )
}
