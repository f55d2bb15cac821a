const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
])

/**
 * The media type that a file from outside is sent with: PDF and raster images, which may be shown; everything else is
 * nameless bytes, so that no browser thinks of running it.
 */
export function mediaTypeOf(fileName: string): string {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return MEDIA_TYPES.get(ending) ?? 'application/octet-stream'
}
