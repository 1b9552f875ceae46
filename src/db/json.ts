import { Prisma } from './generated/client.ts'

/** A plain value as Prisma's JSON input. */
export function toJson(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value))
}

/** As `toJson`; null and undefined become the database's NULL. */
export function toNullableJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : JSON.parse(JSON.stringify(value))
}
