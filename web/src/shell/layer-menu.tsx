/** Which layer of the body is seen: skin, or the muscles of one depth through it. */
import { Button, Menu } from '@mantine/core'
import { Icon } from '../parts/icons.tsx'
import { type Layer, layers } from '../session/workbench.ts'
import { useStore } from '../store.ts'
import styles from './view-bar.module.css'
import { useWorkbench } from './workbench-context.ts'

const words: Record<Layer, { readonly short: string; readonly long: string }> = {
  skin: { short: 'Muscles', long: 'Skin only' },
  superficial: { short: 'Outer', long: 'Outer muscles' },
  intermediate: { short: 'Middle', long: 'Middle muscles' },
  deep: { short: 'Deep', long: 'Deep muscles' },
}

export function LayerMenu() {
  const { shown, load } = useWorkbench()
  const loaded = useStore(load, (now) => now.picture !== null)
  const layer = useStore(shown, (now) => now.layer)
  if (loaded) return null
  return (
    <Menu position="bottom-end" radius="md" shadow="md" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          className={styles.round}
          data-on={layer !== 'skin' || undefined}
          leftSection={<Icon name="muscle" />}
          aria-label={layer === 'skin' ? 'Muscles: not shown' : `Muscles: ${words[layer].long.toLowerCase()} shown`}
        >
          {words[layer].short}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={layer} onChange={(name) => shown.set({ layer: name as Layer })}>
          {layers.map((name) => (
            <Menu.RadioItem key={name} value={name} className={styles.item} closeMenuOnClick>
              {words[name].long}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
