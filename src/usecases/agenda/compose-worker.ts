import { parentPort, workerData } from 'node:worker_threads'
import { composeAgenda } from '../../domain/agenda/compose.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Composed } from './compose-off-thread.ts'

function compose(): Composed {
  try {
    return { agenda: composeAgenda(workerData) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { refusal: { code: error.code, params: error.params } }
  }
}

parentPort?.postMessage(compose())
