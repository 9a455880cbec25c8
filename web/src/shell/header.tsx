import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Icon } from '../parts/icons.tsx'
import { Logo } from '../parts/logo.tsx'
import styles from './header.module.css'

export function Header() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'light' ? 'dark' : 'light'
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand} aria-label="Unknot, start page">
        <Logo size={36} />
        <span className={styles.name}>Unknot</span>
      </Link>
      <nav className={styles.nav} aria-label="Main">
        <Link to="/find" className={styles.link} activeProps={{ 'aria-current': 'page' }}>
          Find
        </Link>
        <Link to="/people" className={styles.link} activeProps={{ 'aria-current': 'page' }}>
          People
        </Link>
        <Link to="/alone" className={`${styles.link} ${styles.spare}`} activeProps={{ 'aria-current': 'page' }}>
          Help yourself
        </Link>
        <Link to="/learn" className={styles.link} activeProps={{ 'aria-current': 'page' }}>
          Learn
        </Link>
        <Link to="/about" className={styles.link} activeProps={{ 'aria-current': 'page' }}>
          About
        </Link>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          radius="xl"
          aria-label={`Switch to the ${other} theme`}
          onClick={() => setColorScheme(other)}
          className={styles.toggle}
        >
          <Icon name={scheme === 'light' ? 'moon' : 'sun'} />
        </ActionIcon>
      </nav>
    </header>
  )
}
