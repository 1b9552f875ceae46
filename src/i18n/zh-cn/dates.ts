import { DateTime } from 'luxon'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** The weekday of a day: "周二". */
export function weekdayOf(day: DateTime): string {
  return weekdays[day.weekday - 1] ?? ''
}

/** An ISO day with its year: "2024年6月24日". */
export function fullDay(isoDay: string | number | undefined): string {
  return DateTime.fromISO(String(isoDay)).toFormat('yyyy年M月d日')
}

/** A "2024-07-02 15:00" in words: "2024年7月2日(周二)15:00". */
export function fullMoment(given: string | number | undefined): string {
  const at = DateTime.fromSQL(String(given))
  return `${at.toFormat('yyyy年M月d日')}（${weekdayOf(at)}）${at.toFormat('HH:mm')}`
}
