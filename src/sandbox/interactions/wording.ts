/** The sentences of Slack's own client beside a field that it refuses. */
export type InputWording = {
  required: string
  number: string
  wholeNumber: string
  email: string
  url: string
  tooShort(least: number): string
  tooLong(most: number): string
  tooSmall(least: string): string
  tooBig(most: string): string
  tooMany(most: number): string
  fileType(allowed: string): string
}

const english: InputWording = {
  required: 'Please complete this required field.',
  number: 'Please enter a number.',
  wholeNumber: 'Please enter a whole number.',
  email: 'Please enter an email address.',
  url: 'Please enter a URL.',
  tooShort: (least) => `Please enter at least ${least} characters.`,
  tooLong: (most) => `Please enter at most ${most} characters.`,
  tooSmall: (least) => `Please enter ${least} or more.`,
  tooBig: (most) => `Please enter ${most} or less.`,
  tooMany: (most) => `Please choose at most ${most}.`,
  fileType: (allowed) => `Please upload a file of one of these types: ${allowed}.`,
}

const chinese: InputWording = {
  required: '请填写此必填项。',
  number: '请输入数字。',
  wholeNumber: '请输入整数。',
  email: '请输入电子邮件地址。',
  url: '请输入网址。',
  tooShort: (least) => `请至少输入 ${least} 个字符。`,
  tooLong: (most) => `请最多输入 ${most} 个字符。`,
  tooSmall: (least) => `请输入不小于 ${least} 的数。`,
  tooBig: (most) => `请输入不大于 ${most} 的数。`,
  tooMany: (most) => `最多选择 ${most} 项。`,
  fileType: (allowed) => `请上传以下类型的文件：${allowed}。`,
}

/** The sentences for a locale: Chinese for `zh-…`, else English. */
export function inputWording(locale: string): InputWording {
  return locale.startsWith('zh') ? chinese : english
}

/** What Slack tells a person whose command the app did not take. */
export function commandFailure(locale: string, command: string, error: string): string {
  return locale.startsWith('zh')
    ? `${command} 执行失败，错误：“${error}”`
    : `${command} failed with the error "${error}"`
}

/** What Slack tells a person whose form the app did not take. */
export function submissionFailure(locale: string): string {
  return locale.startsWith('zh') ? '连接遇到问题。请重试。' : 'We had some trouble connecting. Try again?'
}
