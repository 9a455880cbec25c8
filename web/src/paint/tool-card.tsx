import { Button } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../parts/icons.tsx'
import { HistoryButtons } from './history-buttons.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import { RegionList } from './region-list.tsx'
import styles from './tool-card.module.css'
import { ToolSettings } from './tool-settings.tsx'

/** The tools of a wide screen. */
export function ToolCard() {
  const [listed, setListed] = useState(false)
  return (
    <fieldset className={styles.card} aria-label="Painting tools">
      <ModeSwitch />
      <ToolSettings />
      <div className={styles.foot}>
        <div className={styles.history}>
          <HistoryButtons withClear />
        </div>
        <Button
          variant="default"
          radius="md"
          h={44}
          px={14}
          leftSection={<Icon name="list" size={20} />}
          onClick={() => setListed(true)}
        >
          By name
        </Button>
      </div>
      <RegionList opened={listed} onClose={() => setListed(false)} />
    </fieldset>
  )
}
