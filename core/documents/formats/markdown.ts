import { formatArticleFile } from '../../archive/article-file.ts'
import { articlePath, shortIdOf } from '../../archive/layout.ts'
import type { Article } from '../../model/article.ts'
import type { ReadAttachment } from '../image-box.ts'
import type { ZipEntry } from './zip.ts'

/** The files of an article as they stand in an archive folder: its Markdown and its attachments. */
export async function* markdownEntries(article: Article, readAttachment: ReadAttachment): AsyncGenerator<ZipEntry> {
  const { body, version: _version, ...head } = article
  const short = shortIdOf(article.id)
  yield { path: articlePath(article.published, article.title, short), bytes: formatArticleFile(head, body, null) }
  for (const { name } of article.attachments) {
    yield { path: `attachments/${short}/${name}`, bytes: await readAttachment(article.id, name) }
  }
}
