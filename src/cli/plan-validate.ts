import { basename } from 'node:path'
import { parsePlanYaml } from '../documents/plan-file/plan-yaml.ts'
import { readPlanPath } from '../documents/plan-file/read-plan-file.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'

/** Checks an exported plan file. @throws DomainError with the place and the reason when it is not one */
export async function validateFile(locale: Locale, path: string): Promise<string> {
  parsePlanYaml(await readPlanPath(path))
  return t(locale, 'cli.valid', { name: basename(path) })
}
