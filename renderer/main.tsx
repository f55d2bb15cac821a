// All style sheets sort themselves into the layers that public/layers.css declares.
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { chooseClient } from './client/choose-client.ts'
import { countWrites } from './client/pending-writes.ts'
import { NoConnection } from './features/shell/no-connection.tsx'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element #root')
const root = createRoot(container)

chooseClient().then(
  (connection) => root.render(<App connection={countWrites(connection)} />),
  () => root.render(<NoConnection />),
)
