import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './menu.module.css'
import triggerStyles from './choice-menu.module.css'

interface ChoiceMenuProps<Value extends string> {
  /** What is chosen here, for screen readers and the tooltip. */
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly icon?: ReactNode
}

/** A small control that shows the present choice and opens a menu of the others. */
export function ChoiceMenu<Value extends string>({ label, value, choices, onChange, icon }: ChoiceMenuProps<Value>) {
  const current = choices.find((choice) => choice.value === value)
  const choose = (next: unknown): void => {
    const choice = choices.find((candidate) => candidate.value === next)
    if (choice !== undefined) onChange(choice.value)
  }
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={triggerStyles.trigger} aria-label={`${label}: ${current?.label ?? ''}`} title={label}>
        {icon}
        <span className={triggerStyles.text}>{current?.label}</span>
        <ChevronDown size={13} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup value={value} onValueChange={choose}>
              {choices.map((choice) => (
                <Menu.RadioItem key={choice.value} value={choice.value} className={styles.item} closeOnClick>
                  <span className={styles.check}>{choice.value === value ? <Check size={14} /> : null}</span>
                  <span className={styles.label}>{choice.label}</span>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
