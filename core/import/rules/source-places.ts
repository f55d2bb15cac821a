import type { ArticleFields } from '../../model/article.ts'

/** Folder of a source below the folder chosen; empty where it has none. */
function folderOf(source: string): string {
  const [file = ''] = source.split(' › ')
  const parts = file.split('/')
  return parts.slice(0, -1).join('/')
}

/**
 * What the sources of one kind have in common, narrowest first: the site of the address, the folder that the file came
 * from, the outlet that was chosen for the import.
 */
export function placesOf(source: string, { url, outlet }: Pick<ArticleFields, 'url' | 'outlet'>): readonly string[] {
  const site = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  const folder = folderOf(source)
  return [
    ...(site === '' ? [] : [`site:${site}`]),
    ...(folder === '' ? [] : [`folder:${folder}`]),
    ...(outlet === '' ? [] : [`outlet:${outlet}`]),
  ]
}
