import { heldValue } from './form.ts'
import { useSurface } from './surface.ts'
import type { Element, FieldValue } from './wire.ts'

/** How an element is bound to its place: ids for its label, hint and error, and whether a change is told to the app. */
export type FieldProps = {
  element: Element
  blockId: string
  /** True where each change is an action: everywhere but in an input block without `dispatch_action`. */
  dispatches: boolean
  /** The id for the control, so that a label can point at it. */
  id: string
  /** The name for assistive technology where no visible label points at the control. */
  label?: string
  /** Ids of the hint and of the error that describe the control. */
  describedBy?: string
  invalid?: boolean
}

/** A field's value and the way to change it. `change` asks for confirmation first and answers false where it is refused. */
export function useField({ element, blockId, dispatches }: FieldProps): {
  value: FieldValue
  keep: (value: FieldValue) => void
  change: (value: FieldValue) => Promise<boolean>
} {
  const surface = useSurface()
  const keep = (value: FieldValue) => surface.keep(blockId, element.action_id ?? '', value)
  return {
    value: heldValue(surface.values, blockId, element),
    keep,
    async change(value) {
      if (dispatches && !(await surface.ask(element.confirm))) return false
      keep(value)
      if (dispatches) await surface.act(blockId, element, value)
      return true
    },
  }
}

/** The attributes every control carries: for labels, for errors and for whoever looks controls up by their ids. */
export function controlAttributes(props: FieldProps): Record<string, unknown> {
  return {
    id: props.id,
    'data-block-id': props.blockId,
    'data-action-id': props.element.action_id,
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid ? 'true' : undefined,
  }
}
