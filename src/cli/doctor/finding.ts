/** What was looked at and how it is; `text` says so in the person's language, with what to do where it is not well. */
export type Finding = { check: string; state: 'ok' | 'warn' | 'fail'; text: string }

/** Findings of one check, by its name. */
export function findings(check: string) {
  const of = (state: Finding['state']) => (text: string) => ({ check, state, text })
  return { ok: of('ok'), warn: of('warn'), fail: of('fail') }
}
