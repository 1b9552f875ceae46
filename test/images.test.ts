import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import product from '../package.json' with { type: 'json' }

const dockerfile = readFileSync('Dockerfile', 'utf8')
const all = (pattern: RegExp) => [...dockerfile.matchAll(pattern)].map(([, found = '']) => found)

it('the image runs the Node that the repository pins, as nobody of importance', () => {
  const pinned = product.devDependencies.node.split('.')[0]
  expect(new Set(all(/^FROM node:(\d+)-slim/gm))).toEqual(new Set([pinned]))
  expect(all(/^USER (\w+)$/gm)).toEqual(['node'])
})

it('the image copies what is there, and starts what npm start starts', () => {
  const copied = all(/^COPY (?!--from)(.+) \S+$/gm).flatMap((sources) => sources.split(' '))
  expect(copied.filter((source) => !existsSync(source))).toEqual([])
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
  expect(copied.filter((source) => !ignored.includes(`!${source}`))).toEqual([])
  const [command = '[]'] = all(/^CMD (\[.+\])$/gm)
  expect(JSON.parse(command).join(' ')).toBe(product.scripts.start)
  expect(existsSync(JSON.parse(command).at(-1))).toBe(true)
})

it('the services publish nothing beyond loopback, and wait for the database', () => {
  const { services, volumes } = parse(readFileSync('compose.yaml', 'utf8'))
  const ports = Object.values<{ ports?: string[] }>(services).flatMap((service) => service.ports ?? [])
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
  expect(services.liaison.depends_on.postgres.condition).toBe('service_healthy')
  expect(services.postgres.healthcheck.test).toContain('pg_isready')
  expect(Object.keys(volumes).sort()).toEqual(['liaison', 'postgres'])
})
