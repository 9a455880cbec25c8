/** Why there is no answer, and what helps. */
import { Button } from '@mantine/core'
import type { WhyNot } from './messages.ts'
import styles from './ripple.module.css'

const words: Record<WhyNot, { readonly title: string; readonly help: string }> = {
  blocked: {
    title: 'This browser blocks the calculation',
    help: 'The ripple needs WebAssembly, which is switched off here, by a strict security setting or an old browser. Allow it for this page, or open it in another browser. Everything else works without it.',
  },
  unreachable: {
    title: 'The calculation is not on this device yet',
    help: 'It is fetched once, about 2 MB, and then works without a network. Connect once and try again.',
  },
  broken: {
    title: 'The calculation stopped',
    help: 'Something went wrong while it ran. Try again; if it stays, reload the page.',
  },
}

export function WhyNone({ why, onRetry }: { readonly why: WhyNot; readonly onRetry: () => void }) {
  return (
    <section className={styles.cannot} role="alert">
      <h2>{words[why].title}</h2>
      <p>{words[why].help}</p>
      <Button variant="default" onClick={onRetry}>
        Try again
      </Button>
    </section>
  )
}
