import { useId } from 'react'
import styles from './option-group.module.css'

interface OptionProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** A few choices that are all seen at once. */
export function OptionGroup<Value extends string>({ label, value, choices, onChange }: OptionProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

/** One of several choices, in one line. */
export function OptionSelect<Value extends string>({
  label,
  value,
  choices,
  onChange,
  help,
}: OptionProps<Value> & { readonly help?: string }) {
  const id = useId()
  const pick = (next: string): void => {
    const choice = choices.find((candidate) => candidate.value === next)
    if (choice !== undefined) onChange(choice.value)
  }
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} aria-describedby={`${id}-note`} onChange={(event) => pick(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <p id={`${id}-note`}>{help}</p>
    </div>
  )
}
