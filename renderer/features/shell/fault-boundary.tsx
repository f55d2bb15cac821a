import { Component, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useTranslate } from '../../i18n.tsx'

interface FaultState {
  readonly failed: boolean
}

/** Catches bugs of the interface itself, so that the window says so instead of going blank. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultState> {
  override state: FaultState = { failed: false }

  static getDerivedStateFromError(): FaultState {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Fault /> : this.props.children
  }
}

function Fault() {
  const translate = useTranslate()
  return (
    <main role="alert">
      <EmptyState
        title={translate('shell.faultTitle')}
        actions={
          <Button look="primary" onClick={() => window.location.reload()}>
            {translate('shell.reload')}
          </Button>
        }
      >
        {translate('shell.faultBody')}
      </EmptyState>
    </main>
  )
}
