import type { ErrorParams } from '../error-params.ts'

/** 备份、恢复、导出、导入，清除个人信息，删除工作区 */
export const transfer = {
  'transfer.backed_up': (p: { rows: number; name: string }) => `已备份 ${p.rows} 条记录到 ${p.name}`,
  'transfer.restored': (p: { rows: number; name: string }) =>
    `已从 ${p.name} 恢复 ${p.rows} 条记录，现在可以启动。备份时待发的消息，发送前会先在 Slack 中核对是否已发。`,
  'transfer.exported': (p: { rows: number; name: string }) =>
    `已导出 ${p.rows} 条记录到 ${p.name}，字段说明见其中的 README.md`,
  'transfer.imported': (p: { rows: number; name: string }) =>
    `已从 ${p.name} 导入 ${p.rows} 条记录，现在可以启动。令牌不在导出之列：多工作区安装的，请在各工作区重新安装。`,
  'person.erased': (p: { rows: number; pseudonym: string }) =>
    `已清除：其成员身份、设置和草稿已删除，未发的私信已取消，${p.rows} 条记录中的 Slack ID 已换成代号 ${p.pseudonym}。` +
    '留存的是：正式记录的文字（报送、纪要、已生成的文件中如写有姓名，保持原样），以及 Slack 中已发的消息。',
  'workspace.deleted': (p: { rows: number; workspace: string }) =>
    `已删除工作区 ${p.workspace} 的全部数据（${p.rows} 条记录）。请在 Slack 中卸载本应用，否则再次使用时会重新建立；以前的备份不受影响。`,
  'person.erased_name': '已清除的人员',
  'transfer.readme': `# 联络员数据导出

每个工作区一个文件夹：每类数据一个 JSON Lines 文件（每行一条记录，UTF-8），plans/ 为各方案的 YAML 文件（仅供阅读和另行导入，恢复时不用），files/ 为纪要等文件原件。
contents.json 记录版本、各类数据的条数和每个文件的 SHA-256；改动过的文件不能再导入。日期时间为 ISO 8601（UTC），数值精确到小数点后六位，人员为 Slack ID。

不导出：机器人令牌（installation 的 token）、已收请求的凭据（InboundReceipt）、发送租约（delivery 的 leasedUntil）。

导入空白的联络员：\`npm run -s cli -- import 本文件夹\``,
  'error.transfer.file_exists': (p: ErrorParams) => `没有备份：${p.name} 已存在，没有改动。请换一个文件名。`,
  'error.transfer.folder_exists': (p: ErrorParams) =>
    `没有导出：${p.name} 已存在且不是空文件夹，没有改动。请换一个文件夹名。`,
  'error.transfer.file_missing': (p: ErrorParams) => `没有恢复：找不到 ${p.name}。`,
  'error.transfer.not_one': (p: ErrorParams) =>
    `没有保存任何内容：${p.name} 不是联络员的备份或导出。备份用 restore 恢复，导出的文件夹用 import 导入。`,
  'error.transfer.newer': (p: ErrorParams) => `没有保存任何内容：${p.name} 由更新的版本写成。请先升级联络员再试。`,
  'error.transfer.older': (p: ErrorParams) =>
    `没有保存任何内容：它由较早的版本写成（${p.migration}），而目标数据库已由本版本启动过。请换一个从未启动过的空白数据库或数据目录，恢复时会自动升级。`,
  'error.transfer.other_history': (p: ErrorParams) =>
    `没有保存任何内容：它的数据库结构（${p.migration}）与本程序的不同。请用写成它的那个版本。`,
  'error.transfer.other_version': '没有导出：数据库结构与本程序的版本不同。请先用本版本启动一次联络员，再导出。',
  'error.transfer.broken': '没有保存任何内容：备份不完整或已损坏。请改用另一份备份。',
  'error.transfer.broken_file': (p: ErrorParams) =>
    `没有保存任何内容：导出中的 ${p.name} 缺失或被改动。请重新导出，或改用备份。`,
  'error.transfer.refused': (p: ErrorParams) =>
    `没有保存任何内容：数据库拒绝了其中的记录（${p.reason}）。请改用另一份备份。`,
  'error.transfer.not_empty':
    '没有保存任何内容：目标数据库中已有数据，没有改动。请用 DATABASE_URL 或 LIAISON_DATA 指定一个空白的数据库。',
  'error.transfer.bot_runs': '没有保存任何内容：联络员正在使用该数据库。请先停止它。',
  'error.transfer.no_answer':
    '联络员没有答复就停止了，是否已经完成不能确定。请再次启动联络员，或在其停止时，再试一次。',
  'error.transfer.no_database': (p: ErrorParams) =>
    `没有完成：${p.folder} 中没有数据库。请用 DATABASE_URL 或 LIAISON_DATA 指定联络员所用的数据库。`,
  'error.transfer.never_started':
    '没有完成：该数据库中没有联络员的数据。请用 DATABASE_URL 或 LIAISON_DATA 指定联络员所用的数据库。',
  'error.person.not_an_id': (p: ErrorParams) =>
    `没有清除：${p.user} 不是 Slack 用户 ID。形如 U0123ABCD，可在其 Slack 个人资料的「复制成员 ID」中取得。`,
  'error.person.unknown': (p: ErrorParams) =>
    `没有改动：工作区 ${p.workspace} 的数据中没有 ${p.user}。请核对 ID；若已清除过，则无需再做。`,
  'error.person.last_admin': (p: ErrorParams) =>
    `没有清除：此人是以下方案唯一的管理员：${p.plans}。请先用 /plan members add 另设一名管理员。`,
  'error.workspace.unknown': (p: ErrorParams) => `没有改动：没有工作区 ${p.workspace}。工作区 ID 形如 T0123ABCD。`,
  'error.workspace.not_its_name': (p: ErrorParams) =>
    `没有删除：工作区 ${p.workspace} 名为「${p.name}」。确认要永久删除其全部数据，请加 --yes '${p.name}'；删除前请先备份。`,
}
