import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { HostConnection } from '../../../../../core/contract/host-api.ts'
import { createArticleId } from '../../../../../core/model/article-id.ts'
import { ConnectionProvider } from '../../../../../renderer/client/client.ts'
import { createQueryClient } from '../../../../../renderer/data/query-client.ts'
import { Markdown } from '../../../../../renderer/features/reader/markdown.tsx'

const id = createArticleId(1, [1])
// Nothing below asks the host for anything while it is only rendered.
const connection = { host: {} } as HostConnection

function render(text: string): string {
  return renderToStaticMarkup(
    <ConnectionProvider value={connection}>
      <QueryClientProvider client={createQueryClient()}>
        <Markdown text={text} article={id} matcher={null} />
      </QueryClientProvider>
    </ConnectionProvider>,
  )
}

describe('the text of an article', () => {
  test('becomes elements, with its headings below the title of the page', () => {
    expect(render('# One\n\nTwo *three* **four**\n\n- five')).toBe(
      '<h2>One</h2><p>Two <em>three</em> <strong>four</strong></p><ul><li><p>five</p></li></ul>',
    )
  })

  test('has tables with headers', () => {
    expect(render('| a |\n|---|\n| 1 |')).toContain('<th scope="col">a</th>')
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x()">b</b>',
    '[click](javascript:alert(1))',
    '[click](data:text/html,x)',
    '![x](https://evil.example/x.png)',
    '<iframe src="https://evil.example"></iframe>',
  ])('never becomes script or a call to the network: %s', (text) => {
    const html = render(text)
    expect(html).not.toMatch(/<(?:script|img|iframe|b)\b|javascript:|data:text/i)
  })

  test('keeps the words of what it does not know', () => {
    expect(render('A note[^1].\n\n[^1]: The note itself.')).toContain('The note itself.')
  })
})
