import type { WebClient } from '@slack/web-api'
import { DomainError } from '../../domain/errors.ts'
import type { Evidence } from '../../domain/report-evidence.ts'

/**
 * Files of Slack as evidence: their titles and permanent links, as Slack tells them.
 * @throws DomainError `report.file_unreadable` {reason}
 */
export async function evidenceFiles(client: WebClient, fileIds: readonly string[]): Promise<Evidence[]> {
  return Promise.all(
    [...new Set(fileIds)].map(async (id) => {
      const { file } = await client.files.info({ file: id }).catch((error: unknown) => {
        throw new DomainError('report.file_unreadable', {
          reason: error instanceof Error ? error.message : String(error),
        })
      })
      return { title: file?.title || file?.name || id, url: file?.permalink ?? '', fileId: id }
    }),
  )
}
