import { Button, Menu } from '@mantine/core'
import { Icon } from '../parts/icons.tsx'
import { type ViewName, viewNames } from '../scene/views.ts'
import styles from './view-bar.module.css'

const words: Record<ViewName, string> = {
  front: 'Front',
  back: 'Back',
  left: 'Left',
  right: 'Right',
  head: 'Head',
  hand: 'Hand',
  foot: 'Foot',
}

type Props = {
  readonly phone: boolean
  /** Null once the body has been turned by hand. */
  readonly view: ViewName | null
  readonly side: 'left' | 'right'
  readonly onView: (view: ViewName) => void
}

export function ViewBar({ phone, view, side, onView }: Props) {
  const flip = view === 'back' ? 'front' : 'back'
  if (!phone) {
    return (
      <fieldset className={styles.bar} aria-label="View">
        {viewNames.map((name) => (
          <button
            type="button"
            key={name}
            className={styles.choice}
            aria-pressed={name === view}
            onClick={() => onView(name)}
          >
            {words[name]}
          </button>
        ))}
      </fieldset>
    )
  }
  return (
    <fieldset className={styles.corner} aria-label="View">
      <button type="button" className={styles.round} onClick={() => onView(flip)} aria-label={`Turn to the ${flip}`}>
        <Icon name="turn" />
        <span>{words[flip]}</span>
      </button>
      <Menu position="bottom-end" radius="md" shadow="md" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            className={styles.round}
            aria-label={view === null ? 'Views' : `View: ${words[view]}`}
          >
            <Icon name="more" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {viewNames.map((name) => (
            <Menu.Item key={name} onClick={() => onView(name)} className={styles.item}>
              {words[name]}
              {name === view && ['head', 'hand', 'foot'].includes(name) ? ` (${side}; again for the other)` : ''}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </fieldset>
  )
}
