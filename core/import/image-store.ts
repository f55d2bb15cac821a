import type { PieceFile } from './read-result.ts'

/** Images of a source, on their way to become attachments. */
export interface ImageStore {
  /** The name that an image of the source gets in the archive, or null where the source has no such image. */
  readonly nameOf: (src: string) => string | null
  /** Images that the text shows. */
  readonly used: () => readonly PieceFile[]
}

const MOST_IMAGES = 500
const MOST_IMAGE_BYTES = 40_000_000

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
]

/** Ending of a raster image by its first bytes; null for everything else, vector images included: they can hold scripts. */
export function imageEnding(bytes: Uint8Array): string | null {
  return SIGNATURES.find(([, signature]) => signature.every((byte, place) => bytes[place] === byte))?.[0] ?? null
}

function decodeDataUrl(src: string): Uint8Array | null {
  const match = /^data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s%]+)$/i.exec(src)
  if (match?.[1] === undefined) return null
  return new Uint8Array(
    Buffer.from(match[1].replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/%3D/gi, '='), 'base64'),
  )
}

/**
 * Makes a store over the files of a source.
 *
 * @param find the bytes for an address in the text, or null
 */
export function createImageStore(find: (src: string) => Uint8Array | null): ImageStore {
  const names = new Map<string, string | null>()
  const files: PieceFile[] = []
  return {
    nameOf: (src) => {
      const known = names.get(src)
      if (known !== undefined) return known
      const bytes = decodeDataUrl(src) ?? find(src)
      const ending = bytes === null || bytes.length > MOST_IMAGE_BYTES ? null : imageEnding(bytes)
      const name = ending === null || files.length >= MOST_IMAGES ? null : `image-${files.length + 1}.${ending}`
      if (name !== null && bytes !== null) files.push({ name, bytes, role: 'image' })
      names.set(src, name)
      return name
    },
    used: () => files,
  }
}
