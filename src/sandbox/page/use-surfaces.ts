import { useRef, useState } from 'preact/hooks'
import { collectValues, overlaid, valuesOnServer, withValue } from './form.ts'
import type { Answer } from './server.ts'
import type { Surface } from './surface.ts'
import { MAX_FILE_MB, readBase64, tooLargeFile } from './upload.ts'
import type { Confirm, Container, FieldValues, StateValues, View } from './wire.ts'
import type { Words } from './words-zh.ts'

type Tools = {
  user: string
  words: Words
  /** Sends an act, tells the person of a failure and refreshes the page. */
  perform: (path: string, body: Record<string, unknown>) => Promise<Answer>
  complain: (text: string) => void
}

/** What the server holds of a surface: the values of its fields, and the view where it is one. */
type Held = { view?: View; state?: StateValues | undefined }

type Asked = { confirm: Confirm; answer: (yes: boolean) => void }

/**
 * The surfaces of the page. What people put into fields is kept here by person and container, over what the server holds,
 * so that it outlives a refresh, an update of the view and a modal on top. `asked` is the question waiting for an answer.
 */
export function useSurfaces({ user, words, perform, complain }: Tools): {
  surfaceOf: (container: Container, held: Held) => Surface
  asked: Asked | null
} {
  const forms = useRef<Record<string, FieldValues>>({})
  const [, redraw] = useState(0)
  const [asked, setAsked] = useState<Asked | null>(null)

  const upload = async (files: File[]) => {
    const large = tooLargeFile(files)
    if (large) {
      complain(words.fileTooLarge(large.name, MAX_FILE_MB))
      return null
    }
    const ids: string[] = []
    for (const file of files) {
      const mimetype = file.type || 'application/octet-stream'
      const { id } = await perform('files', { user, name: file.name, mimetype, content_base64: await readBase64(file) })
      if (!id) return null
      ids.push(id)
    }
    return ids
  }

  const surfaceOf = (container: Container, { view, state }: Held): Surface => {
    const key = `${user}/${JSON.stringify(container)}`
    const valuesNow = () => overlaid(valuesOnServer(state), forms.current[key] ?? {})
    return {
      container,
      values: valuesNow(),
      errors: {},
      keep(blockId, actionId, value) {
        forms.current[key] = withValue(forms.current[key] ?? {}, blockId, actionId, value)
        redraw((count) => count + 1)
      },
      async act(blockId, element, value) {
        const held = view ? { values: collectValues(view, valuesNow()) } : {}
        const given = value === null || value === undefined ? {} : { value }
        await perform('actions', {
          user,
          container,
          action_id: element.action_id,
          block_id: blockId,
          ...given,
          ...held,
        })
      },
      ask(confirm) {
        if (!confirm) return Promise.resolve(true)
        return new Promise((resolve) => {
          const answer = (yes: boolean) => {
            setAsked(null)
            resolve(yes)
          }
          setAsked({ confirm, answer })
        })
      },
      upload,
    }
  }
  return { surfaceOf, asked }
}
