import { Menu } from '@base-ui/react/menu'
import { FileDown } from 'lucide-react'
import { TIMELINE_FORMATS, type TimelineFormat } from '../../../core/contract/timeline-requests.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import button from '../../components/button.module.css'
import menu from '../../components/menu.module.css'
import { useSearchArgument } from '../../data/use-search.ts'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { notify } from '../../state/toast-store.ts'
import type { TimelineView } from './timeline-view.ts'

/** Lanes of a picture or a table: as many as there are. */
const ALL_LANES = 100_000

/** Saves the timeline as a picture, as a table of its numbers, or as a sheet of pages; every lane is in it. */
export function SaveMenu({ view }: { readonly view: TimelineView }) {
  const translate = useTranslate()
  const save = useSave(view)
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={button.button}>
        <FileDown size={15} aria-hidden />
        {translate('timeline.save')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            {TIMELINE_FORMATS.map((format) => (
              <Menu.Item key={format} className={menu.item} onClick={() => save(format)}>
                <span className={menu.label}>{translate(`timeline.saveAs.${format}`)}</span>
              </Menu.Item>
            ))}
            <Menu.Item
              className={menu.item}
              onClick={() => {
                const { grain, lanes } = view
                openDialog({ name: 'export', ids: [], preset: { kind: 'timeline', grain, lanes } })
              }}
            >
              <span className={menu.label}>{translate('timeline.saveAs.pdf')}</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function useSave(view: TimelineView): (format: TimelineFormat) => void {
  const context = useCommandContext()
  const { query, filter } = useSearchArgument()
  const { translate, connection } = context
  const { grain, lanes, order, pinned, hidden, stack, logScale } = view
  const save = async (format: TimelineFormat): Promise<void> => {
    const made = await connection.request('timeline.draw', {
      query,
      filter,
      grain,
      lanes,
      page: { order, limit: ALL_LANES, pinned, hidden },
      stack,
      logScale,
      format,
      language: translate.language,
    })
    const path = await connection.host.saveDocument(made.document, made.fileName)
    notify(translate('timeline.saved', { name: path ?? made.fileName }))
  }
  return (format) => runAct(() => save(format), context)
}
