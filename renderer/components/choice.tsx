import { ChevronDown } from 'lucide-react'
import styles from './choice.module.css'

interface ChoiceProps<Value extends string> {
  /** What is chosen here, for screen readers and the tooltip. */
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** A small control that shows the present choice and lets another be picked. */
export function Choice<Value extends string>({ label, value, choices, onChange }: ChoiceProps<Value>) {
  const pick = (next: string): void => {
    const choice = choices.find((candidate) => candidate.value === next)
    if (choice !== undefined) onChange(choice.value)
  }
  return (
    <span className={styles.choice}>
      <select aria-label={label} title={label} value={value} onChange={(event) => pick(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown size={13} aria-hidden />
    </span>
  )
}
