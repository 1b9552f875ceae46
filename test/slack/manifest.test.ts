import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { apiMethods } from '../../src/sandbox/routes/table.ts'
import { ids } from '../../src/slack/ids.ts'
import { recordListeners } from '../support/registered-listeners.ts'

/** Slack's app manifest, with its documented limits, as far as this app uses it; any other key is a mistake. */
const manifestSchema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z_-]{1,31}$/),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().min(1).max(1000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
})

const manifest = manifestSchema.parse(parse(readFileSync('manifest.yml', 'utf8')))

describe('manifest.yml', () => {
  it('declares exactly the commands, shortcuts and events that are listened to', () => {
    const registered = recordListeners()
    expect(manifest.features.slash_commands.map((one) => one.command).sort()).toEqual(registered.commands.sort())
    expect(manifest.features.shortcuts.map((one) => one.callback_id).sort()).toEqual(registered.shortcuts.sort())
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(registered.events.sort())
  })

  it('asks for exactly the scopes of the methods that the bot calls', () => {
    const methods = calledMethods()
    expect(methods).toContain('chat.postMessage')
    expect(methods.filter((method) => !(method in apiMethods))).toEqual([])
    const granted = new Set(manifest.oauth_config.scopes.bot)
    const lacking = methods.filter((method) => {
      const scopes = apiMethods[method]?.scopes ?? []
      return scopes.length > 0 && !scopes.some((scope) => granted.has(scope))
    })
    expect(lacking).toEqual([])
    const used = new Set(methods.flatMap((method) => apiMethods[method]?.scopes ?? []).map(String))
    // Slash commands need a scope of their own; the variants for private channels stand beside the public ones.
    const besides = new Set(['commands', 'groups:history', 'groups:read', 'mpim:history'])
    expect([...granted].filter((scope) => !used.has(scope) && !besides.has(scope))).toEqual([])
  })

  it('leaves no listener without an id and no interactive id without a listener', () => {
    const { actions, views, shortcuts } = recordListeners()
    const known = Object.values(ids).flatMap((group) => Object.values(group))
    expect([...actions, ...views, ...shortcuts].filter((id) => !known.some((one) => one === id))).toEqual([])
    const modals = known.filter((id) => id.endsWith('_modal'))
    expect(views.sort()).toEqual(modals.sort())
    expect(new Set(known).size).toBe(known.length)
  })
})

function calledMethods(): string[] {
  const texts = [...globSync('src/slack/**/*.ts'), 'src/app.ts'].map((file) => readFileSync(file, 'utf8'))
  const calls = texts.flatMap((text) =>
    [...text.matchAll(/client\s*\.(\w+)\.(\w+)\(/g)].map(([, family, name]) => `${family}.${name}`),
  )
  const uploads = texts.some((text) => text.includes('filesUploadV2'))
    ? ['files.getUploadURLExternal', 'files.completeUploadExternal']
    : []
  return [...new Set([...calls, ...uploads])]
}
