import { Button, Menu } from '@mantine/core'
import { Icon } from '../parts/icons.tsx'
import { type CloseView, isClose, type ViewName, viewNames } from '../scene/views.ts'
import { LayerMenu } from './layer-menu.tsx'
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

/** The two faces of a part seen from close by. */
const faces: Record<CloseView, readonly [string, string]> = {
  head: ['Front', 'Back'],
  hand: ['Palm', 'Back'],
  foot: ['Top', 'Sole'],
}

type Side = 'left' | 'right'

type Props = {
  readonly phone: boolean
  /** Null once the body has been turned by hand. */
  readonly view: ViewName | null
  readonly side: Side
  readonly behind: boolean
  readonly onView: (view: ViewName) => void
  /** Another side or face of the part that is seen from close by. */
  readonly onClose: (side: Side, behind: boolean) => void
}

export function ViewBar(props: Props) {
  const { phone, view, onView } = props
  const flip = view === 'back' ? 'front' : 'back'
  if (!phone) {
    return (
      <>
        {isClose(view) && <CloseChoices {...props} view={view} />}
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
        <div className={styles.layers}>
          <LayerMenu />
        </div>
      </>
    )
  }
  return (
    <>
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
              leftSection={<Icon name="search" />}
              aria-label={view === null ? 'Closer, and other views' : `Closer, and other views. Now: ${words[view]}`}
            >
              Closer
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {[...viewNames].reverse().map((name) => (
              <Menu.Item key={name} onClick={() => onView(name)} className={styles.item}>
                {words[name]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <LayerMenu />
      </fieldset>
      {isClose(view) && <CloseChoices {...props} view={view} />}
    </>
  )
}

function CloseChoices({ view, side, behind, onClose }: Props & { readonly view: CloseView }) {
  const choice = (word: string, of: string, pressed: boolean, choose: () => void) => (
    <button
      type="button"
      key={word}
      className={styles.choice}
      aria-label={`${word} ${of}`}
      aria-pressed={pressed}
      onClick={choose}
    >
      {word}
    </button>
  )
  return (
    <fieldset className={styles.close} aria-label={`${words[view]}: side and face`}>
      {choice('Right', view, side === 'right', () => onClose('right', behind))}
      {choice('Left', view, side === 'left', () => onClose('left', behind))}
      <i />
      {choice(faces[view][0], `of the ${view}`, !behind, () => onClose(side, false))}
      {choice(faces[view][1], `of the ${view}`, behind, () => onClose(side, true))}
    </fieldset>
  )
}
