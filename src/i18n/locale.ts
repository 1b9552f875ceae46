/** A language that people are spoken to in. */
export type Locale = 'zh-CN' | 'en'

/** The language for a Slack locale such as "zh-CN" or "en-GB": Chinese for any Chinese one, else English. */
export function localeOf(slackLocale: string | undefined): Locale {
  return slackLocale?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
