import { useId, type ComponentProps } from 'react'
import styles from '../../components/text-field.module.css'

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with the value, or null. */
  readonly problem?: string | null
}

/** Several lines of text with their label and what is wrong with them. */
export function TextArea({ label, value, onChange, problem = null, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      <p id={`${id}-note`} className={problem === null ? styles.help : styles.problem}>
        {problem}
      </p>
    </div>
  )
}
