/** The pages on which a workspace installs the bot. */
export const installation = {
  'install.title': '安装联络员',
  'install.invite': '将联络员安装到贵单位的 Slack 工作区。安装者须有权在该工作区安装应用。',
  'install.button': '安装到 Slack',
  'install.done': (p: { workspace: string }) =>
    `联络员已安装到工作区「${p.workspace}」。请在 Slack 中将联络员请进联席会议频道和领导小组频道，再输入 /plan import 导入方案。`,
  'install.cancelled': '没有安装：授权已取消，未保存任何内容。如需安装，请重新开始。',
  'install.expired': '没有安装：此链接已过期，或不是由这个浏览器发起。未保存任何内容。请重新开始。',
  'install.organisation':
    '没有安装：联络员按工作区安装，不支持整个组织（Enterprise Grid）统一安装。未保存任何内容。请重新开始，并选择一个工作区。',
  'install.failed': '没有安装：未能完成，未保存任何内容。请稍后重新开始；若再次出现，请告知部署人员查看日志。',
  'install.again': '重新开始',
}
