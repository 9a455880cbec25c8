/** One family of line icons, drawn on a 24 grid with a stroke of 1.75. */
import type { ReactNode } from 'react'

const paths = {
  paint: (
    <path d="M4.5 19.5c2.6 0 4.6-.6 4.9-2.9.2-1.5-.9-2.7-2.3-2.7-2.3 0-2.3 2.6-3.6 4.1M9.8 13.9 18.6 4.7a1.5 1.5 0 0 1 2.2 2l-8.3 9.6" />
  ),
  fill: (
    <path d="m11 4.5 7.5 7.5-6.8 6.8a2 2 0 0 1-2.8 0l-4.7-4.7a2 2 0 0 1 0-2.8L11 4.5ZM8.5 2.5 11 5M4 12h14.5M20.5 15.5c1 1.4 1.4 2.2 1.4 2.9a1.5 1.5 0 0 1-3 0c0-.7.5-1.5 1.6-2.9Z" />
  ),
  body: (
    <path d="M12 7a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 12 7ZM6 10.5c2-1 4-1.5 6-1.5s4 .5 6 1.5M9.5 9.5V14l-1 7.5M14.5 9.5V14l1 7.5M12 15v6.5" />
  ),
  charts: (
    <path d="M4 4.5h7v15H4zM13 4.5h7v15h-7zM7.5 8v4M6.3 9.3h2.4M16.5 8v4M15.3 9.3h2.4M7.5 12l-1 4M7.5 12l1 4M16.5 12l-1 4M16.5 12l1 4" />
  ),
  print: (
    <path d="M7 8.5v-5h10v5M7 16.5H4.5a1 1 0 0 1-1-1v-5a2 2 0 0 1 2-2h13a2 2 0 0 1 2 2v5a1 1 0 0 1-1 1H17M7 13.5h10v7H7z" />
  ),
  erase: (
    <path d="M8 19.5h12M6.6 17.7l-2.4-2.4a1.6 1.6 0 0 1 0-2.3L12.6 4.6a1.6 1.6 0 0 1 2.3 0l4.5 4.5a1.6 1.6 0 0 1 0 2.3l-7.9 8.1H8.4zM9 8.3l6.8 6.8" />
  ),
  turn: <path d="M20 12c0 2.2-3.6 4-8 4s-8-1.8-8-4 3.6-4 8-4c2 0 3.8.3 5.2.9M20.5 5.5 17.5 9l-4-1.7M12 3.5v17" />,
  undo: <path d="M8.5 5 4.5 9l4 4M5 9h9a5.5 5.5 0 0 1 0 11H9" />,
  redo: <path d="m15.5 5 4 4-4 4M19 9h-9a5.5 5.5 0 0 0 0 11h5" />,
  clear: <path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v6M13.7 10.5v6" />,
  list: <path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" />,
  sun: (
    <path d="M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4" />
  ),
  moon: <path d="M20 14.2A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.2Z" />,
  down: <path d="m6 9.5 6 6 6-6" />,
  back: <path d="M14.5 6 8.5 12l6 6" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" />,
  info: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.7h.01" />,
  alert: <path d="M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17.2h.01" />,
  finger: (
    <path d="M9 12.5V5.7a1.7 1.7 0 0 1 3.4 0v5.5l4.6.9c1.3.3 2.1 1.4 1.9 2.7l-.7 4.4c-.2 1.1-1.1 1.8-2.2 1.8h-4c-.9 0-1.7-.4-2.3-1.1L5.3 15c-1.1-1.5.7-3.2 2.1-2.1L9 14.2" />
  ),
  mirror: <path d="M12 3.5v17M9 7 3.5 17H9V7ZM15 7l5.5 10H15V7Z" />,
  search: <path d="M10.8 17.3a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.6 15.6 20 20" />,
  muscle: <path d="M3.5 12c4-6.5 13-6.5 17 0-4 6.5-13 6.5-17 0ZM7 12c3-2.5 7-2.5 10 0M7 12c3 2.5 7 2.5 10 0" />,
  nerve: <path d="M12 3v7M12 10c0 4-5.5 3-5.5 8.5M12 10c0 4 5.5 3 5.5 8.5M12 10v10.5M9 3.5h6" />,
  joint: <path d="M8 3v4.5M16 3v4.5M5.5 7.5c0 3.5 13 3.5 13 0M5.5 16.5c0-3.5 13-3.5 13 0M8 16.5V21M16 16.5V21" />,
  organ: (
    <path d="M12 20c-5.5-3.6-8-6.7-8-10.2C4 7 6 5 8.3 5c1.5 0 2.9.8 3.7 2.2C12.8 5.8 14.2 5 15.7 5 18 5 20 7 20 9.8c0 3.5-2.5 6.6-8 10.2Z" />
  ),
  head: <path d="M9 20.5v-3.2H7.5c-1 0-1.8-.8-1.8-1.8v-2.3L4 12.5l1.8-3A6.7 6.7 0 1 1 16 15.3v5.2" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof paths

export function Icon({ name, size = 22 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'list' ? 2.2 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths[name]}
    </svg>
  )
}

const kindIcons: Record<string, IconName> = {
  'trigger-point': 'muscle',
  'nerve-root': 'nerve',
  nerve: 'nerve',
  'facet-joint': 'joint',
  joint: 'joint',
  disc: 'joint',
  tendon: 'joint',
  bone: 'joint',
  visceral: 'organ',
  vascular: 'organ',
  dental: 'head',
  sinus: 'head',
  headache: 'head',
}

export function kindIcon(kind: string): IconName {
  return kindIcons[kind] ?? 'info'
}
