import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { addressFor } from './file-address.ts'
import { plainText } from './inline.ts'
import { useScene } from './surface.ts'
import type { Block, Element, StoredFile } from './wire.ts'

type Source = Pick<Block | Element, 'image_url' | 'slack_file' | 'alt_text'>

/** An image of a block or element; its description where it cannot be loaded. */
export function BlockImage({ source }: { source: Source }): VNode {
  const { workspace, user } = useScene()
  const [failed, setFailed] = useState(false)
  const stored = workspace.files.find((file) => file.id === source.slack_file?.id)
  const url = (stored && addressFor(stored.url, user)) ?? source.image_url ?? source.slack_file?.url
  const alt = source.alt_text ?? ''
  if (failed || !url) return html`<span class="image-missing">${alt}</span>`
  return html`<img class="block-image" src=${url} alt=${alt} onError=${() => setFailed(true)} />`
}

/** An `image` block: title above the image. */
export function ImageBlock({ block }: { block: Block }): VNode {
  return html`<figure>${block.title && html`<figcaption>${plainText(block.title)}</figcaption>`}<${BlockImage} source=${block} /></figure>`
}

/** A file of a message: a preview of images, name, size and a link to it. */
export function FileCard({ file }: { file: StoredFile }): VNode {
  const { words, user } = useScene()
  const url = addressFor(file.url, user)
  const kind = (/\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1] ?? 'file').toUpperCase()
  return html`<div class="file-card" data-file-id=${file.id}>
    ${file.mimetype.startsWith('image/') && html`<img class="block-image" src=${url} alt=${file.name} />`}
    <a href=${url} download=${file.name} aria-label=${words.download(file.name)}>
      <span class="file-kind" aria-hidden="true">${kind}</span>
      <span><span class="file-name">${file.name}</span><span class="quiet">${fileSize(file.size)}</span></span>
    </a>
  </div>`
}

/** A size in bytes as people read it. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`
}
