import { expect, test } from 'vitest'
import { watchPageStart } from './page-start.ts'

function started() {
  const served: string[] = []
  const { servePage, isUnderWay } = watchPageStart(({ url }) => {
    served.push(url)
    return { statusCode: 200, headers: {}, data: Buffer.alloc(0) }
  })
  let isTold = false
  void isUnderWay.then(() => {
    isTold = true
  })
  const ask = async (file: string) => {
    servePage({ url: `guichet://kiosk/${file}`, method: 'GET' })
    await Promise.resolve()
    return isTold
  }
  return { ask, served }
}

test.each([
  [['index.html', 'assets/index-a1.js', 'assets/index-b2.css']],
  [['index.html', 'assets/index-b2.css', 'assets/runtime-c3.js']],
])('is under way with the last of %j', async files => {
  const { ask, served } = started()
  const told: boolean[] = []
  for (const file of files) told.push(await ask(file))
  expect(told).toEqual([false, false, true])
  expect(served).toHaveLength(3)
})

test('is not under way with a document alone, as often as it is asked for', async () => {
  const { ask } = started()
  expect([await ask('index.html'), await ask('index.html')]).toEqual([false, false])
})
