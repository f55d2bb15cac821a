import { useId, type ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import styles from './text-field.module.css'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: string
  /** What is wrong with the value, or null. */
  readonly problem?: string | null
}

/** One line of text with its label, its help and what is wrong with it. */
export function TextField({ label, value, onChange, help, problem = null, className, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      <p id={`${id}-note`} className={problem === null ? styles.help : styles.problem}>
        {problem ?? help}
      </p>
    </div>
  )
}
