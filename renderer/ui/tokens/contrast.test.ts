import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const ui = path.join(import.meta.dirname, '..')
const renderer = path.join(ui, '..')
const tokens = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8')
const colours = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
)
const themes = ['light', 'dark'] as const

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function colour(name: string, theme: (typeof themes)[number]): string {
  const value = colours.get(name)
  if (value === undefined) throw new Error(`no colour --${name}`)
  return value[theme]
}

const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.css') && !file.endsWith('tokens.css'))
  .map(file => ({ file, css: readFileSync(path.join(renderer, file), 'utf8') }))

const grounds = ['paper', 'card', 'sunken', 'accent-soft'] as const
const words = ['ink', 'ink-quiet', 'accent'] as const
const states = ['recorded', 'underway', 'received', 'needs-you'] as const

/** Text on what it may stand on. */
const pairs: readonly (readonly [string, string])[] = [
  ...grounds.flatMap(ground => words.map(word => [word, ground] as const)),
  ...states.flatMap(state => [
    [state, `${state}-soft`] as const,
    ['ink', `${state}-soft`] as const,
    [state, 'paper'] as const,
    [state, 'card'] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-pressed'],
  ['on-needs-you', 'needs-you'],
]

describe.each(themes)('in the %s theme', theme => {
  test.each(pairs)('%s on %s reads at 7:1 or more', (word, ground) => {
    expect(contrast(colour(word, theme), colour(ground, theme))).toBeGreaterThanOrEqual(7)
  })

  test.each(['paper', 'card', 'sunken'])('the outline of a control stands out from %s at 3:1', ground => {
    expect(contrast(colour('outline', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })

  test.each(['paper', 'card', 'sunken'])('the focus ring stands out from %s at 3:1', ground => {
    expect(contrast(colour('focus', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})

test('every rule that sets a word and its ground keeps to a pair that was checked', () => {
  // Contrast is the same the other way round.
  const checked = new Set(pairs.flatMap(([word, ground]) => [`${word} on ${ground}`, `${ground} on ${word}`]))
  // `--tone` stands for one state and its soft ground: see tones.module.css.
  checked.add('tone on tone-soft').add('tone-soft on tone').add('ink on tone-soft')
  // `--tone-edge`, `--tone-on` and `--tone-shade` of the button that is held: a state or the accent, what is written on it, and
  // its soft ground.
  checked.add('tone-edge on card').add('tone-on on tone-edge').add('ink on tone-shade')
  const unchecked = sheets.flatMap(({ file, css }) =>
    [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = '']) => {
      const ground = /background(?:-color)?: var\(--([\w-]+)\)/.exec(rule)?.[1]
      const word = /(?:^|\s)color: var\(--([\w-]+)\)/.exec(rule)?.[1]
      if (ground === undefined || word === undefined || checked.has(`${word} on ${ground}`)) return []
      return [`${file}: ${word} on ${ground}`]
    }),
  )
  expect(unchecked).toEqual([])
})

test('no style sheet but tokens.css names a colour', () => {
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|oklab|lab|lch|hwb|color)\(|:\s*(?:white|black)\b/i
  const naming = sheets.filter(({ css }) => literal.test(css.replaceAll(/\/\*[\s\S]*?\*\//g, '')))
  expect(naming.map(({ file }) => file)).toEqual([])
})

test('every custom property that is used exists', () => {
  const defined = new Set(
    [tokens, ...sheets.map(({ css }) => css)].flatMap(css =>
      [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name),
    ),
  )
  const missing = sheets.flatMap(({ file, css }) =>
    [...css.matchAll(/var\((--[\w-]+)\)/g)].flatMap(([, name]) => (defined.has(name) ? [] : [`${file}: ${name}`])),
  )
  expect(missing).toEqual([])
})
