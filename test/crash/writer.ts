/**
 * A process to be killed: opens the embedded database in the folder it is given and writes audit events, each in a
 * transaction with its workspace's counter, and says the number of each only after its commit.
 */
import { openDatabase } from '../../src/db/database.ts'

const [dataDir = '', round = '0'] = process.argv.slice(2)
const at = new Date('2024-06-24T01:00:00Z')
const workspaceId = 'T1'
const database = await openDatabase({ url: null, dataDir })
await database.client.workspace.upsert({
  where: { id: workspaceId },
  create: { id: workspaceId, name: '0', createdAt: at },
  update: {},
})
process.stdout.write('ready\n')
for (let number = 1; ; number++) {
  const subject = `${round}/${number}`
  await database.transaction(async (tx) => {
    await tx.auditEvent.create({ data: { workspaceId, at, actor: 'U1', action: 'write', subject } })
    const { name } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    await tx.workspace.update({ where: { id: workspaceId }, data: { name: String(Number(name) + 1) } })
  })
  process.stdout.write(`${subject}\n`)
}
