import { describe, expect, it } from 'vitest'

const { holdsAll, isLocked } = await import(new URL('../../scripts/install.mjs', import.meta.url).href)

const lock = {
  packages: {
    '': { name: 'unknot' },
    web: { name: 'web' },
    'node_modules/web': { resolved: 'web', link: true },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/a/node_modules/zod': { version: '3.0.0' },
    'node_modules/only-elsewhere': { version: '1.0.0', optional: true },
  },
}
const there = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/a/node_modules/zod': { version: '3.0.0' } }
const complete = (packages: Record<string, unknown>) => holdsAll(JSON.stringify(lock), JSON.stringify({ packages }))

describe('the packages', () => {
  it('need not be fetched where npm has put all of them, but for those of other machines', () => {
    expect(complete(there)).toBe(true)
    expect(complete({ ...there, 'node_modules/more': { version: '1.0.0' } })).toBe(true)
  })

  it.each([
    ['one is missing', { 'node_modules/zod': { version: '4.6.7' } }],
    ['one is older', { ...there, 'node_modules/zod': { version: '4.6.6' } }],
    ['nothing is there', {}],
  ])('are fetched when %s', (_, packages) => {
    expect(complete(packages)).toBe(false)
  })

  it('are fetched when one was added that the lock file does not know', () => {
    const wants = JSON.stringify({ dependencies: { zod: '4.6.7' }, devDependencies: { vitest: '4.1.12' } })
    expect(isLocked(wants, { dependencies: { zod: '4.6.7' }, devDependencies: { vitest: '4.1.12' } })).toBe(true)
    expect(isLocked(wants, { dependencies: { zod: '4.6.7' } })).toBe(false)
    expect(isLocked(wants, { dependencies: { zod: '4.6.6' }, devDependencies: { vitest: '4.1.12' } })).toBe(false)
    expect(isLocked(wants, undefined)).toBe(false)
  })
})
