import type { Random } from './random.ts'

/** Numbers as a person or a program gone wrong writes them. */
const numbers = [
  '0', '-1', '1', '2', '3', '12', '99', '2147483647', '2147483648', '-2147483649', '9007199254740993', '1e308', '1e-7', '-0', 'nan', 'Infinity',
  '0x10', '00012', '1.5', '１２', '十二', '二十二', '两百三十', '壹佰', '３．５亿', '-5%', '101%', '１００％', '1_000', '1,000,000', '999999999999999999999999',
  '0.0000001', '99999999999999999.9999999', '1/0', '²', '٣', '१२',
]

const dates = [
  '2024-06-30', '2024-07-12', '2024-02-30', '2023-02-29', '0000-00-00', '0001-01-01', '9999-12-31', '10000-01-01', '-001000-01-01', '2024-13-01', '2024-7-1',
  '2024年13月', '2024年6月31日', '6月底', '明天', '上个月', '下半年', '2024H3', '2024H1', '1999H2', '9999上半年', '2024上半年', '每月第六个周八', '25:61', '15:00', '24:00', '00:00',
  '0分钟', '-30分钟', '100000分钟', '0个工作日', '99999个工作日', '2024-06-24T09:00:00+99:00', '1719187200', '星期天', 'Feb 30', 'third Tuesday 3pm',
]

const marks = [
  '', ' ', '\n', '\t', '\u3000', '\u200b', '\u200e\u202e', '\ufeff', '\ud83d\ude00', '👨‍👩‍👧‍👦', '\u0301\u0301\u0301', 'مرحبا', '‮evil‬', '\ud83d', '\ude00', '\u0000', 'a\u0000b', '\u0007\u001b[31m',
  '：', '；', '，', '、', '。', '〔', '“”', '——', '%', '%s%n', '\\', '\\u0000', '"', "'", '`', '*_~`>', '#', '#1', '@', '@某人', '/', '//', '?', '!', '{', '}', '{{name}}', '${1+1}', '[]', '()', '|', '-', '--', '=',
]

const injections = [
  '<!channel>', '<!here>', '<!everyone>', '<@U0CONVENER>', '<@U0NOBODY|x>', '<#C0MEETING|会议>', '<#C0NONE>', '<https://evil.example|点此>', '<javascript:alert(1)|x>', '<!date^1^{date}|x>',
  '<!subteam^S0LIAISON>', '&lt;!channel&gt;', '&amp;lt;', '<mailto:a@b|c>', "'; DROP TABLE \"Issue\"; --", '" OR 1=1 --', '$1', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  '=cmd|calc!A1', '+1+1', '@SUM(1)', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', '</w:t><w:p/>', ']]>', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>&a;', '../../etc/passwd', 'file:///etc/passwd',
  'http://127.0.0.1:1/', 'https://', 'https://a', '{"a":1}', '[1,2]', 'true', 'false', '{"__proto__":{"x":1}}',
]

const lengths = [76, 151, 256, 1999, 2001, 3001, 4001, 12_001, 20_000]

/** A hostile text. */
export function hostileText(random: Random): string {
  return random.weighted<() => string>([
    [4, () => random.pick(numbers)],
    [4, () => random.pick(dates)],
    [4, () => random.pick(marks)],
    [4, () => random.pick(injections)],
    [1, () => random.pick(['长', 'a', '<', '&', '\n', '😀', ' ', '，', '1', '\u200b', 'x\n']).repeat(random.pick(lengths) / 2)],
    [3, () => [hostileText(random), random.pick(['', ' ', '\n', '：', '/', ','])].join('') + hostileText(random)],
  ])()
}

/** A number, hostile or not. */
export const hostileNumber = (random: Random): string => random.pick(numbers)

/** A day or time, hostile or not. */
export const hostileDate = (random: Random): string => random.pick(dates)

/** A value of another type than any text. */
export function oddValue(random: Random): unknown {
  return random.pick<unknown>([null, true, false, 0, -1, 1.5, 2 ** 53, -(2 ** 31) - 1, [], {}, [null], ['x'], { id: 1 }, '', 'x', [[[[]]]], JSON.parse('{"__proto__":{"polluted":true}}')])
}

/** A text a little changed, or another one altogether. */
export function spoiled(random: Random, text: string, others: readonly string[] = []): string {
  const at = random.below(text.length + 1)
  return random.weighted<() => string>([
    [3, () => (others.length > 0 ? random.pick(others) : hostileText(random))],
    [3, () => hostileText(random)],
    [2, () => text.replace(/\d+/, () => random.pick(numbers))],
    [2, () => text.slice(0, at) + hostileText(random) + text.slice(at)],
    [1, () => text.slice(0, at)],
    [1, () => text + text],
    [1, () => text.replace('/', '')],
  ])()
}
