import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n.tsx'
import { openPdf } from './open-pdf.ts'
import styles from './pdf-pages.module.css'

interface PdfPagesProps {
  readonly blob: Blob
  /** 1: the page fills the width of the pane. */
  readonly zoom: number
  /** The pages shown are out of date; new ones are on their way. */
  readonly stale: boolean
}

/** The real pages of a document that this program wrote. Pages out of sight are drawn when they come near. */
export function PdfPages({ blob, zoom, stale }: PdfPagesProps) {
  const translate = useTranslate()
  const pdf = usePdf(blob)
  return (
    <div
      className={styles.pages}
      data-stale={stale}
      tabIndex={0}
      role="group"
      aria-label={translate('documents.preview')}
    >
      {Array.from({ length: pdf?.numPages ?? 0 }, (_, place) =>
        pdf === null ? null : <PdfPage key={place} pdf={pdf} page={place + 1} zoom={zoom} />,
      )}
    </div>
  )
}

function usePdf(blob: Blob): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  useEffect(() => {
    let left = false
    const opening = openPdf(blob)
    opening
      .then((task) => task.promise)
      .then((opened) => {
        if (!left) setPdf(opened)
      })
      // A document that was left while it opened ends with a failure of its own.
      .catch((error: unknown) => {
        if (!left) throw error
      })
    return () => {
      left = true
      void opening.then((task) => task.destroy())
    }
  }, [blob])
  return pdf
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly page: number
  readonly zoom: number
}

function PdfPage({ pdf, page, zoom }: PdfPageProps) {
  const translate = useTranslate()
  const canvas = useRef<HTMLCanvasElement>(null)
  const isNear = useIsNear(canvas)
  useEffect(() => {
    if (!isNear || canvas.current === null) return
    return drawPage(pdf, page, canvas.current)
  }, [pdf, page, isNear])
  return (
    <canvas
      ref={canvas}
      className={styles.page}
      style={{ width: `${zoom * 100}%` }}
      role="img"
      aria-label={translate('documents.page', { page: String(page), pages: String(pdf.numPages) })}
    />
  )
}

/** Pixels of a drawn page across: sharp at twice the width of the pane. */
const DRAWN_WIDTH = 1_400

/** Draws a page; the function it returns stops the drawing. */
function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): () => void {
  let stop = (): void => undefined
  let stopped = false
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: DRAWN_WIDTH / page.getViewport({ scale: 1 }).width })
    if (stopped) return
    canvas.width = viewport.width
    canvas.height = viewport.height
    const drawing = page.render({ canvas, viewport })
    stop = () => drawing.cancel()
    await drawing.promise
  }
  // A page that was overtaken needs no picture.
  draw().catch((error: unknown) => {
    if (!stopped) throw error
  })
  return () => {
    stopped = true
    stop()
  }
}

function useIsNear(element: React.RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (element.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true)
      },
      { rootMargin: '600px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return isNear
}
