import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openPage } from './open-page.ts'

/** A browser for the tests of a block, with a fresh page for each; `go` and `say` do in the sandbox's page what people do. */
export function useBrowser(url: () => string) {
  let browser: Browser | undefined
  let page: Page | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    if (!browser) throw new Error('the browser is not there yet')
    const opened = await openPage(browser)
    page = opened.page
    return opened.close
  })
  const current = () => {
    if (!page) throw new Error('The page is there in tests only')
    return page
  }
  return {
    page: current,
    /** Opens a place of the workspace, such as `#U0UNIT01/C0LIAISON`. */
    async go(place: string) {
      await current().goto(`${url()}/page/${place}`)
      await current().getByTestId('composer').waitFor()
    },
    /** Types a message or a command and sends it. */
    async say(text: string) {
      await current().getByTestId('composer').fill(text)
      await current().keyboard.press('Escape')
      await current().getByTestId('composer').press('Enter')
    },
  }
}
