import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { HostConnection } from '../core/contract/host-api.ts'
import { ConnectionProvider, useConnection } from './client/client.ts'
import { ErrorPanel } from './components/error-panel.tsx'
import { ToastArea } from './components/toasts.tsx'
import { applyEvent, createQueryClient } from './data/query-client.ts'
import { useRequest } from './data/use-request.ts'
import { useSettings } from './data/use-settings.ts'
import { FirstRun } from './features/first-run/first-run.tsx'
import { FaultBoundary } from './features/shell/fault-boundary.tsx'
import { Shell } from './features/shell/shell.tsx'
import { TranslateProvider } from './i18n.tsx'
import { HOME } from './route.ts'
import { followHash, navigate } from './state/route-store.ts'
import { clearSelection } from './state/selection-store.ts'
import { noteProgress } from './state/task-store.ts'
import { dismissAllToasts } from './state/toast-store.ts'
import { forgetUndo } from './state/undo-store.ts'

/** The whole interface over one connection to a host. */
export function App({ connection }: { readonly connection: HostConnection }) {
  const [queryClient] = useState(createQueryClient)
  useEffect(followHash, [])
  useEffect(
    () =>
      connection.subscribe((event) => {
        applyEvent(queryClient, event)
        if (event.name === 'task.progress') noteProgress(event.value)
      }),
    [connection, queryClient],
  )
  return (
    <ConnectionProvider value={connection}>
      <QueryClientProvider client={queryClient}>
        <PersonalLook>
          <FaultBoundary>
            <Start />
          </FaultBoundary>
          <ToastArea />
        </PersonalLook>
      </QueryClientProvider>
    </ConnectionProvider>
  )
}

/** Language, theme and density of the person, on the root element. */
function PersonalLook({ children }: { readonly children: ReactNode }) {
  const { language, theme, density } = useSettings()
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
    document.documentElement.dataset.density = density
  }, [theme, density])
  return <TranslateProvider language={language}>{children}</TranslateProvider>
}

/** The open archive, or the way to one. */
function Start() {
  const { request } = useConnection()
  const status = useRequest('workspace.status', {})
  const settings = useRequest('settings.read', {})
  const archive = status.data?.archive ?? null
  useForgetOnSwitch(archive?.id ?? null)
  useEffect(() => {
    document.title = archive === null ? 'Press Archive' : `${archive.name} – Press Archive`
  }, [archive])
  if (status.error !== null) return <ErrorPanel error={status.error} onRetry={() => void status.refetch()} />
  if (status.data === undefined || settings.isPending) return null
  return archive === null ? <FirstRun status={status.data} request={request} /> : <Shell archive={archive} />
}

/** What belongs to one archive (marks, ways back, the place in it) must not reach the next one. */
function useForgetOnSwitch(archive: string | null): void {
  const last = useRef(archive)
  useEffect(() => {
    const before = last.current
    last.current = archive
    if (before === null || before === archive) return
    clearSelection()
    forgetUndo()
    dismissAllToasts()
    navigate(HOME, { replace: true })
  }, [archive])
}
