/** Hands bytes to the user as a download of the browser. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has taken its own hold of the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
