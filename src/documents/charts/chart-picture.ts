import { fileURLToPath } from 'node:url'
import type { Chart } from '../../domain/chart.ts'
import type { Locale } from '../../i18n/locale.ts'
import { chartFace, drawing } from './chart-layout.ts'

/** A picture's size in pixels: at a document's 156 mm 260 of them make an inch. */
export const pictureSize = { width: 2 * drawing.width, height: 2 * drawing.height } as const

/**
 * A chart as a PNG with axes, unit, legend and numbers, its text in a face that has Chinese. The same chart gives the same
 * bytes, on any machine: fonts are the product's own.
 */
export async function chartPicture(chart: Chart, locale: Locale = 'zh-CN'): Promise<Buffer> {
  // Loaded with the first picture: both together would hold up every start by a third of a second.
  const [{ chartSvg }, { renderAsync }] = await Promise.all([import('./chart-svg.ts'), import('@resvg/resvg-js')])
  // Drawing takes 80 ms and more, in a thread of the pool; composing and encoding together some 25 ms.
  const picture = await renderAsync(chartSvg(chart, locale), {
    fitTo: { mode: 'width', value: pictureSize.width },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: chartFace },
  })
  return picture.asPng()
}

/** TrueType, since resvg draws no text from woff2. */
const fontFiles = [
  fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
  fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
]
