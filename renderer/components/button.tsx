import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

/** `primary`: the main act of a place; `quiet`: without an edge; `danger`: cannot easily be taken back. */
export type ButtonLook = 'normal' | 'primary' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook
  readonly icon?: ReactNode
}

/** A button with text. */
export function Button({ look = 'normal', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={classNames(styles.button, styles[look], className)} {...rest}>
      {icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does: read to screen readers and shown as its tooltip. */
  readonly label: string
}

/** A button that shows only an icon. */
export function IconButton({ label, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} className={classNames(styles.icon, className)} aria-label={label} title={label} {...rest}>
      {children}
    </button>
  )
}
