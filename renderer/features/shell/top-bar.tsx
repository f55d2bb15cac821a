import { Menu, Newspaper, Plus, FileInput, FileDown } from 'lucide-react'
import type { ArchiveSummary } from '../../../core/contract/results.ts'
import { COMMANDS, commandById } from '../../commands/registry.ts'
import { keyText } from '../../commands/key-text.ts'
import { isKeyUsable, runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { setDrawerOpen, usePaneStore } from '../../state/pane-store.ts'
import { navigate, useRoute } from '../../state/route-store.ts'
import { SCREEN_COMPONENTS } from '../screens.ts'
import { SearchBox } from '../search/search-box.tsx'
import styles from './top-bar.module.css'

const SWITCHES = ['library', 'timeline'] as const
const BUTTONS = [
  { id: 'import', icon: <FileInput size={15} aria-hidden />, look: 'normal' },
  { id: 'export', icon: <FileDown size={15} aria-hidden />, look: 'normal' },
  { id: 'add-article', icon: <Plus size={15} aria-hidden />, look: 'primary' },
] as const

/** Name of the archive, the switch between its views, search, and the main acts. */
export function TopBar({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const { screen } = useRoute()
  const drawerOpen = usePaneStore((state) => state.drawerOpen)
  return (
    <header className={styles.bar}>
      <IconButton
        label={translate('shell.menu')}
        className={styles.menu}
        aria-expanded={drawerOpen}
        onClick={() => setDrawerOpen(!drawerOpen)}
      >
        <Menu size={18} />
      </IconButton>
      <h1 className={styles.name}>
        <Newspaper size={18} aria-hidden />
        <span>{archive.name}</span>
      </h1>
      <nav className={styles.switch} aria-label={translate('shell.screens')}>
        {SWITCHES.filter((name) => SCREEN_COMPONENTS[name] !== undefined).map((name) => (
          <button
            key={name}
            type="button"
            aria-current={screen === name ? 'page' : undefined}
            onClick={() => navigate({ screen: name })}
          >
            {translate(`shell.${name}`)}
          </button>
        ))}
      </nav>
      <SearchBox />
      <span className={styles.space} />
      <MainActs />
    </header>
  )
}

function MainActs() {
  const translate = useTranslate()
  const context = useCommandContext()
  return (
    <div className={styles.acts}>
      {BUTTONS.filter(({ id }) => COMMANDS.some((command) => command.id === id)).map(({ id, icon, look }) => {
        const command = commandById(id)
        const key = command.keys?.find((candidate) => isKeyUsable(candidate, context))
        const label = translate(command.label)
        return (
          <Button
            key={id}
            look={look}
            icon={icon}
            className={styles.act}
            aria-label={label}
            title={key === undefined ? label : `${label} (${keyText(key)})`}
            onClick={() => runCommand(command, context)}
          >
            <span className={styles.actText}>{label}</span>
          </Button>
        )
      })}
    </div>
  )
}
