import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { trustedScriptUrl } from '../../trusted-types.ts'

let workerPort: Worker | null = null

/** One worker for all previews; it is started from a ready URL, since pdf.js would need a Trusted Types policy of its own. */
function startWorker(): void {
  workerPort ??= new Worker(trustedScriptUrl(workerUrl), { type: 'module' })
  GlobalWorkerOptions.workerPort = workerPort
}

/** Opens a PDF that this program wrote. `destroy` of the task lets go of it again. */
export async function openPdf(blob: Blob): Promise<PDFDocumentLoadingTask> {
  startWorker()
  return getDocument({ data: new Uint8Array(await blob.arrayBuffer()) })
}
