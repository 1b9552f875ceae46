import { useEffect, useState } from 'preact/hooks'
import { formatPlace, type Place, parsePlace } from './place.ts'

/** The place in the address bar, and a way to go elsewhere. `replace` leaves no trace in the history. */
export function usePlace(): { place: Place; go: (place: Place) => void; replace: (place: Place) => void } {
  const [place, setPlace] = useState(() => parsePlace(location.hash))
  useEffect(() => {
    const onChange = () => setPlace(parsePlace(location.hash))
    addEventListener('hashchange', onChange)
    return () => removeEventListener('hashchange', onChange)
  }, [])
  return {
    place,
    go(next) {
      location.hash = formatPlace(next)
    },
    replace(next) {
      history.replaceState(null, '', formatPlace(next))
      setPlace(next)
    },
  }
}
