import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { controlAttributes, type FieldProps, useField } from './field.ts'
import { useScene, useSurface } from './surface.ts'

/** A file input: files are stored at once, the field holds their ids. */
export function FileField(props: FieldProps): VNode {
  const { words, workspace } = useScene()
  const { upload } = useSurface()
  const { value, keep } = useField(props)
  const [busy, setBusy] = useState(false)
  const [names, setNames] = useState<Record<string, string>>({})
  const held = Array.isArray(value) ? value : []
  const { max_files: most = 10, filetypes } = props.element
  const nameOf = (id: string) => names[id] ?? workspace.files.find((file) => file.id === id)?.name ?? id
  const onChange = async ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const files = [...(currentTarget.files ?? [])]
    if (files.length === 0) return
    setBusy(true)
    const ids = await upload(files)
    setBusy(false)
    currentTarget.value = ''
    if (!ids) return
    setNames((known) => ({ ...known, ...Object.fromEntries(ids.map((id, index) => [id, files[index]?.name ?? id])) }))
    keep([...held, ...ids])
  }
  return html`<div class="file-field">
    <input type="file" class="visually-hidden" ...${controlAttributes(props)} multiple=${most > 1} accept=${filetypes?.map((type) => `.${type}`).join(',')} disabled=${busy || held.length >= most} onChange=${onChange} />
    <label for=${props.id} class="block-button">${words.pickFiles}</label>
    <p class="quiet" aria-live="polite">${busy ? words.uploading : ''}</p>
    <ul class="chips">
      ${held.map((id) => html`<li key=${id}><span>${nameOf(id)}</span><button type="button" class="plain-button" aria-label=${words.remove(nameOf(id))} onClick=${() => keep(held.filter((one) => one !== id))}>×</button></li>`)}
    </ul>
  </div>`
}
