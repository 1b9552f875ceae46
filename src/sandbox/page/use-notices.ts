import { useRef, useState } from 'preact/hooks'
import type { Notice } from './notices.ts'

const MOST = 4

/** The notices on the page. `complain` adds one, `clear` takes all away. */
export function useNotices(): {
  notices: Notice[]
  complain: (text: string) => void
  dismiss: (id: number) => void
  clear: () => void
} {
  const [notices, setNotices] = useState<Notice[]>([])
  const last = useRef(0)
  return {
    notices,
    complain(text) {
      last.current += 1
      const notice = { id: last.current, text }
      setNotices((known) => [...known.filter((one) => one.text !== text), notice].slice(-MOST))
    },
    dismiss: (id) => setNotices((known) => known.filter((one) => one.id !== id)),
    clear: () => setNotices((known) => (known.length > 0 ? [] : known)),
  }
}
