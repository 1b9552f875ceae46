import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** The form at the bottom: a text, a choice and where it was opened, with a button that opens another above it. */
export function rootView(extra: string[] = []): ModalView {
  const options = ['low', 'high'].map((value) => ({ text: plain(value), value }))
  return {
    type: 'modal',
    callback_id: 'root',
    title: plain('Minutes'),
    submit: plain('Save'),
    blocks: [
      {
        type: 'input',
        block_id: 'title',
        label: plain('Title'),
        element: { type: 'plain_text_input', action_id: 'text', initial_value: extra[0] ?? 'draft' },
      },
      {
        type: 'input',
        block_id: 'weight',
        label: plain('Weight'),
        element: { type: 'radio_buttons', action_id: 'pick', options },
        optional: true,
      },
      {
        type: 'input',
        block_id: 'place',
        label: plain('Place'),
        element: { type: 'conversations_select', action_id: 'where', default_to_current_conversation: true },
        optional: true,
      },
      ...extra.map((text) => ({ type: 'section' as const, text: plain(text) })),
      {
        type: 'actions',
        block_id: 'rows',
        elements: [{ type: 'button', action_id: 'deeper', text: plain('Edit item'), value: 'item' }],
      },
    ],
  }
}

/** A form above; what is typed says how its submission is answered. */
function upperView(title: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'upper',
    title: plain(title),
    submit: plain('Done'),
    blocks: [
      {
        type: 'input',
        block_id: 'item',
        label: plain('Item'),
        element: { type: 'plain_text_input', action_id: 'text' },
      },
      {
        type: 'actions',
        block_id: 'rows',
        elements: [{ type: 'button', action_id: 'deeper', text: plain('Deeper'), value: 'item' }],
      },
    ],
  }
}

/** Registers a command and the forms. `heard` collects submitted values and errors of Slack's. */
export function registerStack(app: App, heard: unknown[]): void {
  app.command('/note', async ({ command, ack, client }) => {
    await ack()
    await client.views.open({ trigger_id: command.trigger_id, view: rootView() })
  })
  app.action('deeper', async ({ body, ack, client }) => {
    await ack()
    if (!('trigger_id' in body) || !body.trigger_id) return
    const pushed = client.views.push({ trigger_id: body.trigger_id, view: upperView('Item') })
    await pushed.catch((error: { data: { error: string } }) => heard.push(error.data.error))
  })
  app.view('root', async ({ ack, view }) => {
    heard.push(view.state.values)
    await ack()
  })
  app.view('upper', async ({ ack, view, client }) => {
    const said = view.state.values.item?.text?.value
    if (said === 'clear') return ack({ response_action: 'clear' })
    if (said === 'update') return ack({ response_action: 'update', view: upperView('Updated') })
    if (said === 'push') return ack({ response_action: 'push', view: upperView('Pushed') })
    if (view.root_view_id) await client.views.update({ view_id: view.root_view_id, view: rootView([`with ${said}`]) })
    await ack()
  })
}
