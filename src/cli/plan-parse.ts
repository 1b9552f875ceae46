import { basename } from 'node:path'
import { interpretPlan, type ReadPlan } from '../documents/plan-file/interpret-plan.ts'
import { readPlanPath } from '../documents/plan-file/read-plan-file.ts'
import { describeDoubt, doubtLines } from '../i18n/doubt-lines.ts'
import type { Locale } from '../i18n/locale.ts'
import { targetLine, taskLines, unitLines } from '../i18n/plan-lines.ts'
import { t } from '../i18n/translate.ts'

/**
 * Reads a plan's file and tells what it holds: as JSON, or as lines for a person.
 * @throws DomainError when the file cannot be read as a plan
 */
export async function parseFile(locale: Locale, path: string, json: boolean): Promise<string> {
  const read = await readPlan(path)
  return json ? JSON.stringify(planJson(locale, read), null, 2) : describe(locale, read)
}

/** Reads a plan's file. @throws DomainError as `readPlanPath` and `interpretPlan` */
export async function readPlan(path: string): Promise<ReadPlan> {
  return interpretPlan(basename(path), await readPlanPath(path))
}

/** The plan in the shape that other programs read; doubts are worded. */
function planJson(locale: Locale, { data, doubts }: ReadPlan) {
  return {
    title: data.title,
    documentNo: data.documentNo,
    issuedOn: data.issuedOn,
    sections: data.sections.map(({ no, title, tasks }) => ({
      no,
      title,
      tasks: tasks.map(({ no: taskNo, title: taskTitle, text, units }) => ({
        no: taskNo,
        title: taskTitle,
        text,
        units: units.map(({ name, role }) => ({ name, role })),
      })),
    })),
    units: data.units.map(({ name, aliases }) => ({ name, aliases })),
    targets: data.targets.map(({ metric, value, unit, kind, per, by, taskNo }) => ({
      metric,
      value,
      unit,
      kind,
      per,
      by,
      taskNo,
    })),
    doubts: doubts.map((doubt) => ({ line: doubt.line, message: describeDoubt(locale, doubt) })),
  }
}

function describe(locale: Locale, { data, doubts }: ReadPlan): string {
  const tasks = taskLines(locale, data)
  const parts = [
    [data.title, t(locale, 'plan.document', data)],
    [t(locale, 'cli.sections', { count: tasks.length - data.sections.length }), ...indent(tasks)],
    [t(locale, 'cli.units', { count: data.units.length }), ...indent(unitLines(locale, data))],
    [
      t(locale, 'cli.targets', { count: data.targets.length }),
      ...indent(data.targets.map((target) => targetLine(locale, target))),
    ],
    [t(locale, 'cli.doubts', { count: doubts.length }), ...indent(doubtLines(locale, doubts))],
  ]
  return parts.map((lines) => lines.map(printable).join('\n')).join('\n\n')
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

/** A document's text without what would steer a terminal. */
function printable(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ')
}
