import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** The app's manifest as Slack takes it, of which the bot itself reads the scopes alone. */
export type Manifest = { oauth_config: { scopes: { bot: string[] } } }

/** Reads manifest.yml, the one source of the app's commands, events and scopes. */
export async function readManifest(): Promise<Manifest> {
  return parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8'))
}
