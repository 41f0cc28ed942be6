import { expect, test } from 'vitest'
import { readDetails, type FrameDetails, type RequestDetails, type Source } from './request-details.ts'

const frame = (origin: string, parent: FrameDetails | null = null, frameTreeNodeId = 1, url = ''): FrameDetails => ({
  origin,
  parent,
  frameTreeNodeId,
  url,
})
const page = frame('https://jobs.example')
const image: RequestDetails = {
  id: 1,
  url: 'https://static.jobs.example/a.png',
  method: 'GET',
  resourceType: 'image',
  webContentsId: 7,
  frame: page,
}
const source: Source = {
  contentsId: () => 7,
  start: () => 'https://jobs.example/offers',
  documentIn: id => (id === 2 ? 'https://jobs.example/offers/1' : undefined),
}
const initiatorOf = (details: Partial<RequestDetails>): string | undefined => {
  const reading = readDetails({ ...image, ...details }, source)
  return reading.ok ? reading.request.initiator : reading.reason
}
const bodyOf = (uploadData: RequestDetails['uploadData']): string | undefined => {
  const reading = readDetails({ ...image, method: 'POST', uploadData: uploadData ?? [] }, source)
  return reading.ok ? reading.request.body : reading.reason
}
const gone: FrameDetails = {
  frameTreeNodeId: 3,
  parent: null,
  url: '',
  get origin(): string {
    throw new Error('Render frame was disposed')
  },
}

test('says what is asked for, how, as what and by which page', () => {
  expect(readDetails(image, source)).toEqual({
    ok: true,
    request: { url: image.url, method: 'GET', type: 'image', initiator: 'https://jobs.example' },
  })
})

test.each([
  ['a part of a page', {}, 'https://jobs.example'],
  ['a part of a page, as the newer version tells it', { initiatorOrigin: 'https://a.example' }, 'https://a.example'],
  ['a part of an opaque page', { initiatorOrigin: 'null' }, 'null'],
  [
    'a page in the view',
    { resourceType: 'mainFrame', frame: frame('https://b.example') },
    'https://jobs.example/offers',
  ],
  ['a page in a frame', { resourceType: 'subFrame', frame: frame('https://b.example', page) }, 'https://jobs.example'],
  ['a page in a frame without a page around it', { resourceType: 'subFrame' }, 'source-unknown'],
  ['a part of a page that has only just come', { frame: frame('null', null, 2) }, 'https://jobs.example/offers/1'],
  [
    'a part of a page that has only just come to an empty frame',
    { frame: frame('null', page, 2, 'about:blank') },
    'https://jobs.example/offers/1',
  ],
  ['a part of a document written into a frame', { frame: frame('null', page, 2, 'about:srcdoc') }, 'null'],
  ['a part of a document in an address', { frame: frame('null', page, 2, 'data:text/html,x') }, 'null'],
  ['a part of a document made by a page', { frame: frame('null', page, 2, 'blob:https://a.example/1') }, 'null'],
  ['a part of a document that is kept apart', { frame: frame('null', page, 2, 'https://a.example/x') }, 'null'],
  [
    'a page in a frame within a document written into one',
    { resourceType: 'subFrame', frame: frame('', frame('null', page, 2, 'about:srcdoc'), 5) },
    'null',
  ],
  ['a part of an opaque page that never came', { frame: frame('null', page, 4) }, 'null'],
  ['a part of a page whose origin is empty', { frame: frame('') }, 'source-unknown'],
  ['a part of a page that is gone', { frame: null }, 'source-unknown'],
  ['a part of a page that goes while it is asked', { frame: gone }, 'source-unknown'],
  ['a worker, which has no page', { frame: undefined }, 'source-unknown'],
  ['another view', { webContentsId: 8 }, 'source-unknown'],
  ['no view', { webContentsId: undefined }, 'source-unknown'],
  ['no view, as a page', { webContentsId: undefined, resourceType: 'mainFrame' }, 'source-unknown'],
])('of %s', (_name, details, expected) => {
  expect(initiatorOf(details as Partial<RequestDetails>)).toBe(expected)
})

test('a request that comes before there is a view is refused', () => {
  expect(readDetails({ ...image, webContentsId: 7 }, { ...source, contentsId: () => undefined }).ok).toBe(false)
})

test.each([
  ['nothing', [], undefined],
  ['bytes', [{ bytes: Buffer.from('q=é') }], 'q=é'],
  ['bytes cut inside a letter', [{ bytes: Buffer.from([0xc3]) }, { bytes: Buffer.from([0xa9]) }], 'é'],
  ['a byte order mark', [{ bytes: Buffer.from('\uFEFF{}') }], '\uFEFF{}'],
  ['bytes that are no text', [{ bytes: Buffer.from([0xff]) }], 'body-unseen'],
  ['a file', [{ file: '/etc/passwd' }], 'body-unseen'],
  ['a file beside bytes', [{ bytes: Buffer.from('q='), file: '/etc/passwd' }], 'body-unseen'],
  ['a blob', [{ bytes: Buffer.from('q='), blobUUID: 'x' }], 'body-unseen'],
  ['a blob after bytes', [{ bytes: Buffer.from('q=') }, { blobUUID: 'x' }], 'body-unseen'],
  ['a stream', [{}], 'body-unseen'],
])('a body of %s', (_name, uploadData, expected) => {
  expect(bodyOf(uploadData)).toBe(expected)
})
