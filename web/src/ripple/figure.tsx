/** A small picture of a task: a person of thick strokes, in the very posture that the model holds. */
import type { Figure, FigureLine } from 'unknot'
import styles from './ripple.module.css'

type Point = readonly [x: number, y: number, z: number]

/** From where a task is seen best, degrees from the front towards the person's left. */
const azimuthDeg: Readonly<Record<string, number>> = {
  'arm-abduction': 12,
  'carry-one-hand': 12,
  'single-leg-stance': 28,
  'side-lying-hip-abduction': 20,
  standing: 28,
}
const usualAzimuthDeg = -62

const widthM: Readonly<Record<FigureLine['limb'], number>> = {
  head: 0.16,
  neck: 0.1,
  trunk: 0.2,
  'upper-arm': 0.085,
  forearm: 0.07,
  thigh: 0.14,
  shank: 0.095,
  foot: 0.065,
}

export function TaskFigure({
  task,
  figure,
  mirrored,
}: {
  readonly task: string
  readonly figure: Figure | undefined
  readonly mirrored?: boolean
}) {
  if (figure === undefined) return <span className={styles.noFigure} aria-hidden="true" />
  const angle = ((azimuthDeg[task] ?? usualAzimuthDeg) * Math.PI) / 180
  const flip = mirrored ? -1 : 1
  const project = ([x, y, z]: Point) => [flip * (Math.cos(angle) * x - Math.sin(angle) * z), -y] as const
  const depth = ([x, , z]: Point) => Math.sin(angle) * x + Math.cos(angle) * z
  const points = [...figure.lines.flatMap(({ through }) => through), ...figure.borneAt, ...figure.carriedAt].map(
    project,
  )
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const size = Math.max(right - left, bottom - top, 1.1) + 0.16
  const middle = [(left + right) / 2, (top + bottom) / 2] as const
  const path = (through: readonly Point[]) =>
    `M${through
      .map((at) =>
        project(at)
          .map((v) => v.toFixed(3))
          .join(' '),
      )
      .join('L')}`
  const line = (one: FigureLine, key: string) => (
    <path key={key} d={path(one.through)} strokeWidth={widthM[one.limb]} data-limb={one.limb} />
  )
  const middleDepth = depth(figure.hips[0]) / 2 + depth(figure.hips[1]) / 2
  const sided = figure.lines.filter(({ side }) => side !== null)
  const isFar = (one: FigureLine) => {
    const root = /arm/.test(one.limb) ? figure.shoulders : figure.hips
    const from = root[one.side === 'left' ? 0 : 1]
    return depth(from) < middleDepth - 0.02
  }
  const spine = figure.lines.filter(({ side }) => side === null)
  const head = spine.find(({ limb }) => limb === 'head')!
  const crown = head.through.map(project)
  const [hx, hy] = [(crown[0]![0] + crown[1]![0]) / 2, (crown[0]![1] + crown[1]![1]) / 2]
  const borne = figure.borneAt.map(project)
  const floor = Math.max(...borne.map(([, y]) => y))
  const isLevel = borne.every(([, y]) => floor - y < 0.12)
  return (
    <svg
      className={styles.figure}
      viewBox={`${middle[0] - size / 2} ${middle[1] - size / 2} ${size} ${size}`}
      aria-hidden="true"
      focusable="false"
    >
      {isLevel ? (
        <path
          d={`M${middle[0] - size * 0.46} ${floor + 0.035}h${size * 0.92}`}
          className={styles.floor}
          strokeWidth={0.022}
        />
      ) : (
        borne.map(([x, y]) => (
          <path key={`${x} ${y}`} d={`M${x - 0.13} ${y + 0.035}h0.26`} className={styles.floor} strokeWidth={0.03} />
        ))
      )}
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        <g className={styles.far}>{sided.filter(isFar).map((one) => line(one, `${one.limb} ${one.side}`))}</g>
        <g className={styles.near}>
          {spine.filter(({ limb }) => limb !== 'head').map((one) => line(one, one.limb))}
          <path d={path(figure.shoulders)} strokeWidth={0.13} />
          <path d={path(figure.hips)} strokeWidth={0.17} />
        </g>
        <g className={styles.near}>
          {sided.filter((one) => !isFar(one)).map((one) => line(one, `${one.limb} ${one.side}`))}
        </g>
      </g>
      <ellipse cx={hx} cy={hy} rx={0.088} ry={0.105} className={styles.headShape} />
      {figure.carriedAt.map((at) => {
        const [x, y] = project(at)
        return <rect key={x} x={x - 0.12} y={y + 0.02} width={0.24} height={0.22} rx={0.03} className={styles.load} />
      })}
    </svg>
  )
}
