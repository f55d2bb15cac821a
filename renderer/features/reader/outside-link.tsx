import type { ReactNode } from 'react'
import { useConnection } from '../../client/client.ts'
import { notify } from '../../state/toast-store.ts'
import { errorText } from '../../data/error-text.ts'
import { useTranslate } from '../../i18n.tsx'

const ALLOWED = /^(?:https?|mailto):/i

/** A link that leaves the program: the host opens it. Other schemes stay plain text. */
export function OutsideLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const { host } = useConnection()
  const translate = useTranslate()
  if (!ALLOWED.test(url)) return children
  return (
    <a
      href={url}
      rel="noreferrer"
      title={url}
      onClick={(event) => {
        event.preventDefault()
        host.openLink(url).catch((error: unknown) => notify(errorText(error, translate), { tone: 'error' }))
      }}
    >
      {children}
    </a>
  )
}
