import type { Change } from '#shared/contracts/sync.ts'
import { expect, test } from 'vitest'
import { createPolicyStore, policyFileSchema, type PolicyFile } from './policy-store.ts'

const policy = (...ids: string[]) =>
  JSON.stringify({
    version: 1,
    sites: ids.map(id => ({
      id,
      name: { nl: id },
      start: `https://${id}.example/`,
      rules: [{ id: `${id}-pages`, hosts: [`${id}.example`] }],
    })),
  })
const put = (text: string, key = 'current'): Change => ({ entity: 'web-policy', key, value: { text } })
const gone = (key = 'current'): Change => ({ entity: 'web-policy', key, value: null })

function store(kept?: PolicyFile) {
  const disk: PolicyFile[] = []
  const said: string[] = []
  const opened = createPolicyStore({
    kept,
    write: async file => {
      disk.push(policyFileSchema.parse(JSON.parse(JSON.stringify(file))))
    },
    onChange: () => said.push('changed'),
    onInvalid: () => said.push('invalid'),
  })
  const sites = () => opened.current()?.sites.map(site => site.id)
  return { store: opened, disk, said, sites }
}

test('there are no sites without a policy', () => {
  expect(store().sites()).toBeUndefined()
})

test('goes by the policy that was published last', async () => {
  const { store: opened, sites, said } = store()
  await opened.apply([put(policy('vdab'))])
  await opened.apply([put(policy('vdab', 'biblio'))])
  expect(sites()).toEqual(['vdab', 'biblio'])
  expect(said).toEqual(['changed', 'changed'])
})

test('a policy that comes again as it was changes nothing', async () => {
  const { store: opened, said, disk } = store()
  await opened.apply([put(policy('vdab'))])
  await opened.apply([put(policy('vdab'))])
  expect(said).toEqual(['changed'])
  expect(disk).toHaveLength(1)
})

test('a policy that is not valid closes the web', async () => {
  const { store: opened, sites, said } = store()
  await opened.apply([put(policy('vdab'))])
  await opened.apply([put('{"version":1,"sites":[{}]}')])
  expect(sites()).toBeUndefined()
  expect(said).toEqual(['changed', 'changed', 'invalid'])
})

test('a policy that was taken back closes the web', async () => {
  const { store: opened, sites } = store()
  await opened.apply([put(policy('vdab'))])
  await opened.apply([gone('another')])
  expect(sites()).toEqual(['vdab'])
  await opened.apply([gone()])
  expect(sites()).toBeUndefined()
})

test('a full copy without a policy closes the web, and says so on the disk', async () => {
  const { store: opened, sites, disk } = store({ version: 1, published: { key: 'current', text: policy('vdab') } })
  await opened.keepOnly(new Set(['current']))
  expect(sites()).toEqual(['vdab'])
  await opened.keepOnly(new Set())
  expect(sites()).toBeUndefined()
  expect(disk).toEqual([{ version: 1, published: null }])
})

test('a first full copy without a policy leaves a file that says so', async () => {
  const { store: opened, disk } = store()
  await opened.keepOnly(new Set())
  expect(disk).toEqual([{ version: 1, published: null }])
})

test('is there again after a restart', async () => {
  const first = store()
  await first.store.apply([put(policy('vdab'))])
  expect(store(first.disk.at(-1)).sites()).toEqual(['vdab'])
})
