/** Unknot's look: paper and pine, one warm accent that only ever means pain. */
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const pine: MantineColorsTuple = [
  '#eaf4f2',
  '#d6e8e5',
  '#abd1cb',
  '#7cbab1',
  '#55a49b',
  '#358a83',
  '#21716d',
  '#17595a',
  '#114748',
  '#0b3536',
]

const ember: MantineColorsTuple = [
  '#fdf0ea',
  '#fae0d5',
  '#f5c0aa',
  '#f09d7c',
  '#ea7d56',
  '#dd5f3b',
  '#c8472f',
  '#a73624',
  '#86291c',
  '#661f15',
]

/** Mantine draws its dark theme from these: the same night as app.css. */
const dark: MantineColorsTuple = [
  '#edf0ec',
  '#b5c1be',
  '#98a5a2',
  '#6d7b79',
  '#435154',
  '#2c383b',
  '#232e31',
  '#1a2326',
  '#131a1c',
  '#0d1214',
]

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 3 },
  colors: { pine, ember, dark },
  autoContrast: true,
  fontFamily: '"Figtree Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Newsreader Variable", Georgia, serif', fontWeight: '500' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '13px', sm: '15px', md: '16px', lg: '18px', xl: '21px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
})

/** Colours of the 3D scene, which CSS does not reach. */
export type SceneColours = {
  readonly skin: string
  /** The far wall of the body, where its skin is shown like glass. */
  readonly inside: string
  readonly zone: string
  readonly zoneLine: string
  readonly muscle: string
  /** The muscle that was asked for, the line round it, and what the others fade towards. */
  readonly muscleChosen: string
  readonly muscleLine: string
  readonly muscleBack: string
  readonly ring: string
  readonly sky: string
  readonly ground: string
  readonly lightScale: number
  readonly hatch: string
}

export const sceneColours: Record<'light' | 'dark', SceneColours> = {
  light: {
    skin: '#dccbbd',
    inside: '#e9ddd2',
    zone: '#3f9a94',
    zoneLine: '#17595a',
    muscle: '#b2604f',
    muscleChosen: '#a83c2b',
    muscleLine: '#4a0f10',
    muscleBack: '#d3bdae',
    ring: '#17595a',
    sky: '#ffffff',
    ground: '#b7a596',
    lightScale: 1,
    hatch: '#ffffff',
  },
  dark: {
    skin: '#b3a396',
    inside: '#3d3733',
    zone: '#57b3aa',
    zoneLine: '#a5e0d8',
    muscle: '#b9634f',
    muscleChosen: '#dd6a4d',
    muscleLine: '#ffe9df',
    muscleBack: '#857469',
    ring: '#c9ece7',
    sky: '#dfe9ea',
    ground: '#3a3430',
    lightScale: 0.8,
    hatch: '#fff4ec',
  },
}

/** Pain from 1 to 10: apricot, ember, wine. The shader of the skin uses the same stops. */
export const painStops = ['#f2b183', '#e0603c', '#8e1b3a'] as const

export function painColour(intensity: number): string {
  const at = (Math.min(10, Math.max(1, intensity)) - 1) / 9
  const [from, to, t] = at < 0.5 ? [painStops[0], painStops[1], at * 2] : [painStops[1], painStops[2], at * 2 - 1]
  const channel = (index: number) => {
    const a = Number.parseInt(from.slice(index, index + 2), 16)
    const b = Number.parseInt(to.slice(index, index + 2), 16)
    return Math.round(a + t * (b - a))
  }
  return `rgb(${channel(1)} ${channel(3)} ${channel(5)})`
}
