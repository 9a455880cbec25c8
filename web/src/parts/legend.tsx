import styles from './legend.module.css'

/** What the colours of the body mean while a source is shown. */
export function Legend({ muscle }: { readonly muscle: boolean }) {
  return (
    <p className={styles.legend}>
      {muscle && (
        <span>
          <i className={styles.swatch} style={{ background: '#b2604f' }} /> the muscle
        </span>
      )}
      <span>
        <i className={styles.swatch} style={{ background: '#3f9a94', boxShadow: '0 0 0 2px #17595a inset' }} /> usually
        hurts
      </span>
      <span>
        <i className={styles.swatch} style={{ background: '#9fc4bd' }} /> sometimes
      </span>
    </p>
  )
}
