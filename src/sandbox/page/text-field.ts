import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { controlAttributes, type FieldProps, useField } from './field.ts'
import { plainText } from './inline.ts'
import { instantOf, wallTime } from './zone.ts'

type Typed = { currentTarget: HTMLInputElement | HTMLTextAreaElement }

const inputTypes: Record<string, string> = { url_text_input: 'url', email_text_input: 'email' }

/** Text, number, address and email inputs. With `dispatches`, Enter (or each character, as configured) is an action. */
export function TextField(props: FieldProps): VNode {
  const { element, dispatches } = props
  const { value, keep, change } = useField(props)
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const onInput = ({ currentTarget }: Typed) => {
    const text = currentTarget.value === '' ? null : currentTarget.value
    if (dispatches && triggers.includes('on_character_entered')) void change(text)
    else keep(text)
  }
  const onKeyDown = (event: KeyboardEvent & Typed) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return
    if (!dispatches || element.multiline || !triggers.includes('on_enter_pressed')) return
    event.preventDefault()
    void change(event.currentTarget.value || null)
  }
  const attributes = {
    ...controlAttributes(props),
    value: value ?? '',
    placeholder: plainText(element.placeholder),
    autocomplete: 'off',
    onInput,
    onKeyDown,
  }
  if (element.multiline) return html`<textarea rows="4" ...${attributes}></textarea>`
  const number = element.type === 'number_input'
  return html`<input type=${inputTypes[element.type] ?? 'text'} inputmode=${number ? 'decimal' : undefined} ...${attributes} />`
}

/** Date, time and date-time inputs. A date-time is held in epoch seconds and shown in the workspace's zone. */
export function DateField(props: FieldProps): VNode {
  const { element } = props
  const { value, change } = useField(props)
  const moment = element.type === 'datetimepicker'
  const shown = moment && typeof value === 'number' ? wallTime(value * 1000) : (value ?? '')
  const onChange = ({ currentTarget }: Typed) => {
    const text = currentTarget.value
    const instant = moment ? instantOf(text) : null
    const next = moment ? (instant === null ? null : Math.floor(instant / 1000)) : text || null
    void change(next).then((done) => {
      if (!done) currentTarget.value = String(shown)
    })
  }
  const type = moment ? 'datetime-local' : element.type === 'timepicker' ? 'time' : 'date'
  return html`<input type=${type} class="short" ...${controlAttributes(props)} value=${shown} onChange=${onChange} />`
}
