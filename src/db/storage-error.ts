/**
 * The database cannot be used; nothing was changed. It is met at start, before anybody's language is known, so the
 * message says in both languages what happened and what to do.
 */
export class StorageError extends Error {
  override readonly name: string = 'StorageError'
  readonly english: string
  readonly chinese: string

  constructor(english: string, chinese: string, options?: { cause?: unknown }) {
    super(`${english}\n${chinese}`, options)
    this.english = english
    this.chinese = chinese
  }
}

/** Another process holds the data folder; `holder` is its id where it is known. */
export class FolderHeldError extends StorageError {
  override readonly name = 'FolderHeldError'
  readonly holder: string | null

  constructor(folder: string, holder: string | null, options?: { cause?: unknown }) {
    super(
      `The data folder ${folder} is in use by another Liaison process${holder ? ` (pid ${holder})` : ''}. ` +
        'Stop that process, or set LIAISON_DATA to another folder.',
      `数据目录 ${folder} 正由另一个联络员进程${holder ? `（进程号 ${holder}）` : ''}使用。请先停止该进程，或用 LIAISON_DATA 指定其他目录。`,
      options,
    )
    this.holder = holder
  }
}
