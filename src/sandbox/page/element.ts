import { html } from 'htm/preact'
import type { ComponentChild } from 'preact'
import { ButtonElement, OverflowElement } from './button-element.ts'
import type { FieldProps } from './field.ts'
import { FileField } from './file-field.ts'
import { BlockImage } from './image.ts'
import { TextObject } from './inline.ts'
import { choicesOf } from './options.ts'
import { ChoiceField, MultiSelectField, SelectField } from './select-field.ts'
import { useScene } from './surface.ts'
import { DateField, TextField } from './text-field.ts'
import type { Text } from './wire.ts'

/** Any element of a block, drawn by its type. A type the page does not know is said so, in place. */
export function ElementView(props: FieldProps): ComponentChild {
  const scene = useScene()
  const { element, blockId } = props
  switch (element.type) {
    case 'button':
      return html`<${ButtonElement} element=${element} blockId=${blockId} />`
    case 'overflow':
      return html`<${OverflowElement} element=${element} blockId=${blockId} label=${props.label} />`
    case 'image':
      return html`<${BlockImage} source=${element} />`
    case 'plain_text':
    case 'mrkdwn':
      return html`<${TextObject} text=${element as unknown as Text} />`
    case 'plain_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'email_text_input':
      return html`<${TextField} ...${props} />`
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return html`<${DateField} ...${props} />`
    case 'radio_buttons':
    case 'checkboxes':
      return html`<${ChoiceField} ...${props} />`
    case 'file_input':
      return html`<${FileField} ...${props} />`
  }
  const choices = choicesOf(element, scene)
  if (!choices) return html`<${Unknown} type=${element.type} />`
  const several = element.type.startsWith('multi_')
  return html`<${several ? MultiSelectField : SelectField} ...${props} choices=${choices} />`
}

/** Stands where the page cannot draw what the app sent; in both languages, for whoever writes the app. */
export function Unknown({ type }: { type: string }): ComponentChild {
  return html`<p class="unknown" role="note">未知组件 / Unknown block: ${String(type)}</p>`
}

/** True for elements that are one control a label can point at; groups are named by `aria-label` instead. */
export function isSingleControl(type: string): boolean {
  return !['radio_buttons', 'checkboxes', 'overflow', 'button'].includes(type) && !type.startsWith('multi_')
}
