import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Knowledge } from '../model.ts'
import { capital, kindWord } from '../naming.ts'
import { regionAreaWords } from '../paint/region-list.tsx'
import { useWorkbench } from '../shell/workbench-context.ts'
import styles from './find.module.css'

const muscleAreas: Record<Knowledge['muscles'][number]['area'], string> = {
  head: 'Head and face',
  neck: 'Neck',
  shoulder: 'Shoulder',
  arm: 'Arm',
  hand: 'Hand',
  chest: 'Chest',
  back: 'Back',
  abdomen: 'Belly',
  pelvis: 'Pelvis',
  hip: 'Hip and buttock',
  thigh: 'Thigh',
  leg: 'Lower leg',
  foot: 'Foot',
}

/** Everything there is, in drawers: by the place that hurts, by area, by kind. */
export function Browse() {
  const { knowledge } = useWorkbench().model
  const kinds = [...new Set(knowledge.otherSources.map((other) => other.kind))].sort((a, b) =>
    kindWord(a).localeCompare(kindWord(b)),
  )
  return (
    <>
      <section className={styles.block}>
        <h2>By the place that hurts</h2>
        <p>What sends pain there, and which muscles lie there.</p>
        {Object.entries(regionAreaWords).map(([area, word]) => (
          <Drawer key={area} title={word}>
            {knowledge.regions
              .filter((region) => region.area === area)
              .map(({ id, name }) => (
                <li key={id}>
                  <Link to="/find" search={{ region: id }} className={styles.chip}>
                    {name}
                  </Link>
                </li>
              ))}
          </Drawer>
        ))}
      </section>
      <section className={styles.block}>
        <h2>Muscles by part of the body</h2>
        <p>{knowledge.muscles.length} muscles, each filed where it lies.</p>
        {Object.entries(muscleAreas).map(([area, word]) => (
          <Drawer key={area} title={word}>
            {knowledge.muscles
              .filter((muscle) => muscle.area === area)
              .sort((a, b) => a.name.en.localeCompare(b.name.en))
              .map(({ id, name }) => (
                <li key={id}>
                  <Link to="/muscle/$id" params={{ id }} className={styles.chip}>
                    {name.en}
                  </Link>
                </li>
              ))}
          </Drawer>
        ))}
      </section>
      <section className={styles.block}>
        <h2>Other sources by kind</h2>
        <p>Nerves, joints, organs and the rest that can hurt like a tender spot.</p>
        {kinds.map((kind) => (
          <Drawer key={kind} title={capital(kindWord(kind))}>
            {knowledge.otherSources
              .filter((other) => other.kind === kind)
              .map(({ id, name }) => (
                <li key={id}>
                  <Link to="/source/$id" params={{ id }} className={styles.chip}>
                    {name}
                  </Link>
                </li>
              ))}
          </Drawer>
        ))}
      </section>
      <ToRipple />
    </>
  )
}

/** What is no record: the model of who takes over. */
function ToRipple() {
  return (
    <section className={styles.block}>
      <h2>When a muscle is weak or tight</h2>
      <p>A model of the body works out which others take over its work, and may tire.</p>
      <Link to="/ripple" className={styles.way}>
        Open the ripple
      </Link>
    </section>
  )
}

function Drawer({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <details className={styles.drawer}>
      <summary>
        {title}
        <span className={styles.count}>{children.length}</span>
      </summary>
      <ul className={styles.chips}>{children}</ul>
    </details>
  )
}
