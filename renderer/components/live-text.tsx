import { useEffect, useState } from 'react'

const PAUSE_MS = 1_000

/** Reads a changing text to screen readers, politely and at most once a second; it is not seen. */
export function LiveText({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span className="visually-hidden" role="status">
      {spoken}
    </span>
  )
}
