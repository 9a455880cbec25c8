/** Over the body while a ripple is shown: what the colours mean, and before, after or the change. */
import type { LoadShown } from '../session/workbench.ts'
import { useWorkbench } from '../shell/workbench-context.ts'
import { useStore } from '../store.ts'
import styles from './body-card.module.css'
import { Choice } from './choice.tsx'

const words: readonly (readonly [LoadShown, string])[] = [
  ['change', 'Change'],
  ['before', 'Before'],
  ['after', 'After'],
]

export function BodyCard({ phone }: { readonly phone: boolean }) {
  const { load } = useWorkbench()
  const shown = useStore(load, (value) => value.shown)
  const isAsked = useStore(load, (value) => (value.picture?.trouble.length ?? 0) > 0)
  const rings = useStore(load, (value) => (value.picture?.joints.length ?? 0) > 0)
  // before a muscle is named the body shows which ones the model has, and no colour means anything
  if (!isAsked) return null
  return (
    <div className={styles.card} data-phone={phone || undefined}>
      {!phone && <p className={styles.title}>On the body</p>}
      <Choice label="What the colours show" value={shown} of={words} onChange={(next) => load.set({ shown: next })} />
      {shown === 'change' ? (
        <div className={styles.scale}>
          <i className={styles.diverging} aria-hidden="true" />
          <p>
            <span>{phone ? 'less' : '−40 % less'}</span>
            <span>same</span>
            <span>{phone ? '+40 %' : 'more +40 %'}</span>
          </p>
          <p className={styles.unit}>Pull, as a share of what the muscle can pull</p>
        </div>
      ) : (
        <div className={styles.scale}>
          <i className={styles.rising} aria-hidden="true" />
          <p>
            <span>0 %</span>
            <span>50 %</span>
            <span>100 %</span>
          </p>
          <p className={styles.unit}>Pull {shown} the trouble, of what the muscle can pull</p>
        </div>
      )}
      {!phone && (
        <p className={styles.keys}>
          <span>
            <i data-key="trouble" /> in trouble
          </span>
          {shown !== 'before' && rings && (
            <span>
              <i data-key="joint" /> joint carries more
            </span>
          )}
        </p>
      )}
    </div>
  )
}
