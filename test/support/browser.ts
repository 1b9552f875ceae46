import chromium from '@sparticuz/chromium'
import { type Browser, chromium as browsers } from 'playwright-core'

/** The browser that npm installed, without a window. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  // In one process, closing a context takes the browser with it.
  const args = chromium.args.filter((arg) => arg !== '--single-process')
  return browsers.launch({ headless: true, executablePath: await chromium.executablePath(), args })
}
