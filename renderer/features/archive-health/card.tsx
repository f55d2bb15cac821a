import { useId, type ReactNode } from 'react'
import { classNames } from '../../components/class-names.ts'
import styles from './archive-screen.module.css'

interface CardProps {
  readonly title: string
  readonly icon: ReactNode
  readonly children: ReactNode
  /** Something here needs the user. */
  readonly urgent?: boolean
}

/** One matter of the archive, under its own heading. */
export function Card({ title, icon, children, urgent = false }: CardProps) {
  const id = useId()
  return (
    <section className={classNames(styles.card, urgent && styles.urgent)} aria-labelledby={id}>
      <h2 id={id} className={styles.cardTitle}>
        {icon}
        {title}
      </h2>
      {children}
    </section>
  )
}
