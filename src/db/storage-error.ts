/**
 * The database cannot be used; nothing was changed. It is met at start, before anybody's language is known, so the
 * message says in both languages what happened and what to do.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly english: string
  readonly chinese: string

  constructor(english: string, chinese: string, options?: { cause?: unknown }) {
    super(`${english}\n${chinese}`, options)
    this.english = english
    this.chinese = chinese
  }
}

/** Another process holds the data folder. */
export class FolderHeldError extends StorageError {}
