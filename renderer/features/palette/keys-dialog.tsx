import { COMMANDS } from '../../commands/registry.ts'
import { keyText } from '../../commands/key-text.ts'
import { isKeyUsable, useCommandContext } from '../../commands/use-commands.ts'
import { Dialog } from '../../components/dialog.tsx'
import { useTranslate } from '../../i18n.tsx'
import { closeDialog } from '../../state/dialog-store.ts'
import styles from './keys-dialog.module.css'

const GROUPS = ['global', 'list', 'editor'] as const

/** All keys that work in this host, by where they work. */
export function KeysDialog() {
  const translate = useTranslate()
  const context = useCommandContext()
  return (
    <Dialog title={translate('shell.keys')} onClose={closeDialog}>
      <p className={styles.hint}>{translate('shell.keysHint')}</p>
      {GROUPS.map((group) => {
        const rows = COMMANDS.filter((command) => command.group === group).flatMap((command) => {
          const keys = command.keys?.filter((key) => isKeyUsable(key, context)) ?? []
          return keys.length === 0 ? [] : [{ command, keys }]
        })
        return rows.length === 0 ? null : (
          <section key={group} className={styles.group}>
            <h3>{translate(`shell.keyGroups.${group}`)}</h3>
            <dl>
              {rows.map(({ command, keys }) => (
                <div key={command.id}>
                  <dt>{translate(command.label)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={keyText(key)}>{keyText(key)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </Dialog>
  )
}
