import { useEffect, useMemo, useState } from 'preact/hooks'
import { createRefresher } from './refresher.ts'
import { fetchWorkspace, watchChanges } from './server.ts'
import type { Workspace } from './wire.ts'

const TICK_MS = 5000

type Known = { workspace: Workspace; clockAhead: number }

/** The workspace, kept up to date. `now` is its clock in epoch ms, ticking. `lost`: no connection. */
export function useWorkspace(): {
  workspace: Workspace | null
  now: number
  lost: boolean
  refresh: () => Promise<void>
} {
  const [known, setKnown] = useState<Known | null>(null)
  const [lost, setLost] = useState(false)
  const [, setTick] = useState(0)
  const refresh = useMemo(
    () =>
      createRefresher(async () => {
        const workspace = await fetchWorkspace()
        setLost(workspace === null)
        if (workspace) setKnown({ workspace, clockAhead: Date.parse(workspace.now) - Date.now() })
      }),
    [],
  )
  useEffect(
    () =>
      watchChanges(
        () => void refresh(),
        () => setLost(true),
      ),
    [],
  )
  useEffect(() => void refresh(), [])
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return { workspace: known?.workspace ?? null, now: Date.now() + (known?.clockAhead ?? 0), lost, refresh }
}
