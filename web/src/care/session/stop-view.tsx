/** After STOP: everything has stopped already; only now it is asked why. */
import { Press } from '../parts/parts.tsx'
import type { Running } from './run.tsx'
import styles from './session.module.css'

export function StopView({ running }: { readonly running: Running }) {
  const { act, pointKey: key, end } = running
  const close = { act: 'point-closed', key, why: 'stopped' } as const
  const over = async (thenScreen: boolean) => {
    const felt = thenScreen ? ([{ act: 'felt', key, sign: 'dizzy' }] as const) : []
    if (await act(...felt, close)) await end('stopped', thenScreen)
  }
  return (
    <div className={styles.middle}>
      <h1>Stopped</h1>
      <p className={styles.how}>Hands off. Breathe. What was it?</p>
      <div className={styles.list}>
        <Press onPress={() => void act(close)} wide>
          Too much: leave this point, go on with the next
        </Press>
        <Press onPress={() => void act({ act: 'felt', key, sign: 'pins-and-needles' }, close)} wide>
          Tingling, electric or numb: leave this point
        </Press>
        <Press onPress={() => void over(true)} wide>
          Dizzy, sick, chest, breath, sight or sudden headache: end and ask the safety questions
        </Press>
        <Press onPress={() => void over(false)} wide>
          End the session here
        </Press>
      </div>
    </div>
  )
}
