import { useEffect, useState } from 'preact/hooks'
import type { Place } from './place.ts'
import { markRead, type ReadMarks } from './unread.ts'
import type { Workspace } from './wire.ts'

const storageKey = (team: string) => `sandbox-read-${team}`

/** What each person has read, kept in this browser. Being in a channel reads it. */
export function useReadMarks(workspace: Workspace | null, place: Place): ReadMarks {
  const [marks, setMarks] = useState<ReadMarks>({})
  const team = workspace?.team.id
  useEffect(() => {
    if (team) setMarks(loadMarks(team))
  }, [team])
  useEffect(() => {
    if (!workspace) return
    setMarks((known) => {
      const next = markRead(workspace.messages, known, place.user, place.channel)
      if (next !== known) localStorage.setItem(storageKey(workspace.team.id), JSON.stringify(next))
      return next
    })
  }, [workspace, place.user, place.channel])
  return marks
}

function loadMarks(team: string): ReadMarks {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey(team)) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as ReadMarks) : {}
  } catch {
    return {}
  }
}
