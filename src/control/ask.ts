import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DomainError } from '../domain/errors.ts'
import { addressFile, type ControlRequest, controlAddress, controlAnswer } from './requests.ts'

/**
 * Asks the bot that holds a data folder for something; null where none listens there.
 * @throws DomainError what it refuses; `transfer.no_answer` where it ends before it answers
 */
export async function askBot(dataFolder: string, request: ControlRequest): Promise<Record<string, unknown> | null> {
  const listening = readAddress(dataFolder)
  if (!listening) return null
  const { address, key } = listening
  const socket = connect(address)
  const reached = await new Promise<boolean>((settle) => {
    socket.once('connect', () => settle(true)).once('error', () => settle(false))
  })
  if (!reached) return null
  socket.write(`${JSON.stringify({ key, request })}\n`)
  const said = await text(socket).catch(() => '')
  if (said === '') throw new DomainError('transfer.no_answer')
  const answer = controlAnswer.parse(JSON.parse(said))
  if ('result' in answer) return answer.result
  throw new DomainError(answer.code, answer.params)
}

function readAddress(dataFolder: string) {
  try {
    return controlAddress.parse(JSON.parse(readFileSync(join(dataFolder, addressFile), 'utf8')))
  } catch {
    return null
  }
}
