import { html } from 'htm/preact'
import type { ComponentChild, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { controlAttributes, type FieldProps, useField } from './field.ts'
import { plainText } from './inline.ts'
import { withLights } from './lights.ts'
import { type Choices, filterChoices } from './options.ts'
import { useScene } from './surface.ts'
import type { Option } from './wire.ts'

type Props = FieldProps & { choices: Choices }

const FILTER_FROM = 9

/** A select of one: the browser's own, so that its keyboard works as everywhere. */
export function SelectField(props: Props): VNode {
  const { words } = useScene()
  const { value, change } = useField(props)
  const held = String(value ?? '')
  const onChange = ({ currentTarget }: { currentTarget: HTMLSelectElement }) =>
    void change(currentTarget.value || null).then((done) => {
      if (!done) currentTarget.value = held
    })
  const known = props.choices.some((group) => group.options.some((option) => option.value === held))
  return html`<select ...${controlAttributes(props)} value=${held} onChange=${onChange}>
    <option value="">${plainText(props.element.placeholder) || words.choose}</option>
    ${held && !known && html`<option value=${held}>${held}</option>`}
    ${props.choices.map((group) => renderGroup(group, held))}
  </select>`
}

function renderGroup(group: Choices[number], held: string): ComponentChild {
  const options = group.options.map(
    (option) =>
      html`<option value=${option.value} selected=${option.value === held}>${plainText(option.text)}</option>`,
  )
  return group.label ? html`<optgroup label=${group.label}>${options}</optgroup>` : options
}

/** A select of several: checkboxes in a box that scrolls, with a filter where they are many. */
export function MultiSelectField(props: Props): VNode {
  const { words } = useScene()
  const [query, setQuery] = useState('')
  const { value, change } = useField(props)
  const held = Array.isArray(value) ? value : []
  const total = props.choices.reduce((sum, group) => sum + group.options.length, 0)
  const shown = filterChoices(props.choices, query)
  const toggle = (option: Option, on: boolean) =>
    change(on ? [...held, option.value] : held.filter((one) => one !== option.value))
  const row = (option: Option) =>
    html`<${CheckRow} key=${option.value} type="checkbox" name=${props.id} option=${option} checked=${held.includes(option.value)} toggle=${toggle} />`
  return html`<div role="group" class="multi-select" tabindex="-1" ...${controlAttributes(props)}>
    ${total >= FILTER_FROM && html`<input type="search" class="filter" aria-label=${words.filter} placeholder=${words.filter} value=${query} onInput=${(event: { currentTarget: HTMLInputElement }) => setQuery(event.currentTarget.value)} onKeyDown=${keepForm} />`}
    <div class="choices">
      ${shown.map((group) => (group.label ? html`<div role="group" aria-label=${group.label}><div class="group-label">${group.label}</div>${group.options.map(row)}</div>` : group.options.map(row)))}
      ${shown.length === 0 && html`<p class="quiet">${words.noneMatch}</p>`}
    </div>
    <p class="quiet" aria-live="polite">${held.length > 0 ? words.chosen(held.length) : plainText(props.element.placeholder) || words.choose}</p>
  </div>`
}

function keepForm(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}

/** Radio buttons and checkboxes, each with its description. */
export function ChoiceField(props: FieldProps): VNode {
  const { value, change } = useField(props)
  const single = props.element.type === 'radio_buttons'
  const held = Array.isArray(value) ? value : value === null ? [] : [String(value)]
  const toggle = (option: Option, on: boolean) => {
    if (single) return change(option.value)
    return change(on ? [...held, option.value] : held.filter((one) => one !== option.value))
  }
  return html`<div role=${single ? 'radiogroup' : 'group'} class="choices" tabindex="-1" ...${controlAttributes(props)}>
    ${(props.element.options ?? []).map((option) => html`<${CheckRow} key=${option.value} type=${single ? 'radio' : 'checkbox'} name=${props.id} option=${option} checked=${held.includes(option.value)} toggle=${toggle} />`)}
  </div>`
}

type RowProps = {
  type: 'radio' | 'checkbox'
  name: string
  option: Option
  checked: boolean
  toggle: (option: Option, on: boolean) => Promise<boolean>
}

function CheckRow({ type, name, option, checked, toggle }: RowProps): VNode {
  const onChange = ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
    void toggle(option, currentTarget.checked).then((done) => {
      if (!done) currentTarget.checked = checked
    })
  return html`<label class="check-row">
    <input type=${type} name=${name} value=${option.value} checked=${checked} onChange=${onChange} />
    <span>${withLights(plainText(option.text))}${option.description && html`<span class="quiet description">${plainText(option.description)}</span>`}</span>
  </label>`
}
