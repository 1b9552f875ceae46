/** Millimetres in twentieths of a point, the unit of Word's lengths. */
export const mm = (length: number) => Math.round((length / 25.4) * 1440)

/** Points in the same unit. */
export const pt = (points: number) => points * 20

/** Sizes by their Chinese names, in half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const sizes = { mark: 84, second: 44, third: 32, fourth: 28, small: 24 } as const

/** A4 with the 版心 of 156 mm × 225 mm (GB/T 9704-2012, 5.1 and 5.2.1). */
export const page = {
  width: mm(210),
  height: mm(297),
  margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) },
  /** The dash of the page number stands 7 mm below the 版心 (7.5), which leaves 25 mm under its line. */
  footer: mm(25),
  header: mm(22),
  text: mm(156),
} as const

/** 公文 red. */
export const red = 'FF0000'
