import { ActionIcon, Tooltip } from '@mantine/core'
import { useEffect } from 'react'
import { Icon, type IconName } from '../parts/icons.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'

/** Undo, redo, clear; also on Ctrl+Z and Ctrl+Shift+Z. Clear can be undone, so it does not ask. */
export function HistoryButtons({ withClear }: { readonly withClear: boolean }) {
  const workbench = useWorkbench()
  const { states, at } = useStore(workbench.history, (value) => value)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'search'
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      event.preventDefault()
      if (event.shiftKey) workbench.redo()
      else workbench.undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [workbench])
  return (
    <>
      <Act name="Undo" icon="undo" enabled={at > 0} act={workbench.undo} />
      <Act name="Redo" icon="redo" enabled={at + 1 < states.length} act={workbench.redo} />
      {withClear && <Act name="Clear the body" icon="clear" enabled={states[at]!.length > 0} act={workbench.clear} />}
    </>
  )
}

type ActProps = { readonly name: string; readonly icon: IconName; readonly enabled: boolean; readonly act: () => void }

function Act({ name, icon, enabled, act }: ActProps) {
  return (
    <Tooltip label={name} openDelay={500} disabled={!enabled}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={48}
        radius="md"
        aria-label={name}
        disabled={!enabled}
        onClick={act}
        style={{ color: enabled ? 'var(--ink)' : 'var(--line-strong)', background: 'none' }}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  )
}
