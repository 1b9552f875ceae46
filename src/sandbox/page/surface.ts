import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Confirm, Container, Element, FieldValue, FieldValues, Workspace } from './wire.ts'
import type { Locale } from './words.ts'
import type { Words } from './words-zh.ts'

/** Who looks at the page, in which language, and at what. `now` is the workspace's clock in epoch ms. */
export type Scene = { workspace: Workspace; user: string; locale: Locale; words: Words; now: number }

/** What a set of blocks needs from the page around it: what its fields hold, and how to act. */
export type Surface = {
  container: Container
  /** What people have changed so far. Fields not in it still hold their initial value. */
  values: FieldValues
  /** Messages for fields by block id. */
  errors: Record<string, string>
  /** Keeps a field's value. */
  keep: (blockId: string, actionId: string, value: FieldValue) => void
  /** Tells the app of an action; resolves when the server has answered. */
  act: (blockId: string, element: Element, value?: FieldValue) => Promise<void>
  /** Asks the person to confirm; resolves to their answer, at once where there is nothing to confirm. */
  ask: (confirm: Confirm | undefined) => Promise<boolean>
  /** Stores files and gives their ids; null where that failed (the person has been told). */
  upload: (files: File[]) => Promise<string[] | null>
}

export const SceneContext = createContext<Scene | null>(null)
export const SurfaceContext = createContext<Surface | null>(null)

/** The scene around a component. */
export function useScene(): Scene {
  const scene = useContext(SceneContext)
  if (!scene) throw new Error('Render this component inside a SceneContext.')
  return scene
}

/** The surface around a component. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext)
  if (!surface) throw new Error('Render this component inside a SurfaceContext.')
  return surface
}
