import { z } from 'zod'

const commandSchema = z.object({
  command: z.string().regex(/^\/[^\s]{1,31}$/),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
})

const shortcutSchema = z.object({
  callback_id: z.string().min(1).max(255),
  name: z.string().min(1).max(24),
  type: z.enum(['global', 'message']),
  description: z.string().max(150).default(''),
})

const manifestSchema = z.object({
  display_information: z.object({ name: z.string().min(1) }),
  features: z
    .object({
      app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).optional(),
      bot_user: z.object({ display_name: z.string().min(1) }).optional(),
      slash_commands: z.array(commandSchema).default([]),
      shortcuts: z.array(shortcutSchema).default([]),
    })
    .default({ slash_commands: [], shortcuts: [] }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).default([]) }) }),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional() })
    .default({}),
})

/** A slash command as the manifest declares it. */
type SlashCommand = z.infer<typeof commandSchema>

/** A shortcut as the manifest declares it. */
type Shortcut = z.infer<typeof shortcutSchema>

/** What the sandbox needs of an app's manifest. */
export type AppManifest = {
  name: string
  botName: string
  homeTab: boolean
  commands: SlashCommand[]
  shortcuts: Shortcut[]
  scopes: string[]
  events: string[]
}

/** Reads a parsed Slack app manifest. Throws an Error that lists what is missing or wrong. */
export function readManifest(manifest: unknown): AppManifest {
  const parsed = manifestSchema.safeParse(manifest)
  if (!parsed.success) throw new Error(`The app manifest cannot be used: ${z.prettifyError(parsed.error)}`)
  const { display_information, features, oauth_config, settings } = parsed.data
  return {
    name: display_information.name,
    botName: features.bot_user?.display_name ?? display_information.name,
    homeTab: features.app_home?.home_tab_enabled ?? false,
    commands: features.slash_commands,
    shortcuts: features.shortcuts,
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions?.bot_events ?? [],
  }
}
