import { DateTime } from 'luxon'
import { weekdayOf } from './dates.ts'

/** 上半年, 三季度, 5月; the whole year where the key names no part. */
function periodPart(part: string): string {
  const no = Number(part.slice(1))
  if (part.startsWith('H')) return no === 1 ? '上半年' : '下半年'
  if (part.startsWith('Q')) return `${'一二三四'[no - 1]}季度`
  return part.startsWith('M') ? `${no}月` : '度'
}

/** Words that many messages share: dates, statuses, roles, buttons. */
export const words = {
  'app.name': '联络员',
  'day.short': (p: { day: string }) => {
    const day = DateTime.fromISO(p.day)
    return `${day.month}月${day.day}日（${weekdayOf(day)}）`
  },
  'period.name': (p: { key: string }) => `${p.key.slice(0, 4)}年${periodPart(p.key.slice(4))}`,
  'list.separator': '、',
  'status.ahead': '🔵 超进度',
  'status.on_track': '🟢 达进度',
  'status.behind': '🟡 欠进度',
  'status.done': '✅ 已完成',
  'status.missing': '⚪ 未报送',
  'role.liaison': '联络员',
  'role.convener': '召集人',
  'role.leader': '领导小组成员',
  'role.admin': '管理员',
  'role.lead': '牵头',
  'role.participant': '配合',
  'typed.words': '您输入的内容（可复制修改后再发）：',
  'typed.form': '您填写的内容（可复制后重新填写）：',
  'typed.field': (p: { label: string; value: string }) => `${p.label}：${p.value}`,
  'button.submit': '提交',
  'button.cancel': '取消',
  'button.close': '关闭',
  'button.yes': '确定',
  'button.no': '返回',
}
