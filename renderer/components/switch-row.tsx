import styles from './switch-row.module.css'

interface SwitchRowProps<Value extends string> {
  /** What is switched here, for screen readers. */
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** Buttons side by side, one of which is on. */
export function SwitchRow<Value extends string>({ label, value, choices, onChange }: SwitchRowProps<Value>) {
  return (
    <div className={styles.row} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
