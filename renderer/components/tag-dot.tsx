import styles from './tag-dot.module.css'

/** The colour of a tag; its name always stands beside it. */
export function TagDot({ color }: { readonly color: string }) {
  return <span className={styles.dot} style={{ '--tag': color }} aria-hidden />
}
