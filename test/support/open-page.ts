import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A fresh page of the browser. Closing it fails the test where the page had errors or complained on its console. */
export async function openPage(browser: Browser): Promise<{ page: Page; close: () => Promise<void> }> {
  const complaints: string[] = []
  const page = await (await browser.newContext()).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return {
    page,
    async close() {
      expect(complaints).toEqual([])
      await page.context().close()
    },
  }
}
