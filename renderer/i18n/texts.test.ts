import { describe, expect, test } from 'vitest'
import { resources } from './i18n.ts'

interface Tree {
  readonly [key: string]: string | Tree
}

function flatten(tree: Tree, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flatten(value, `${prefix}${key}.`),
  )
}

const texts = {
  en: new Map(flatten(resources.en)),
  fr: new Map(flatten(resources.fr)),
  nl: new Map(flatten(resources.nl)),
  de: new Map(flatten(resources.de)),
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(([, name = '']) => name).toSorted()
}

describe.each(['fr', 'nl', 'de'] as const)('in %s', language => {
  test('the same texts exist as in English', () => {
    expect([...texts[language].keys()].toSorted()).toEqual([...texts.en.keys()].toSorted())
  })

  test('every text takes the same values as in English', () => {
    const different = [...texts.en].filter(
      ([key, text]) => placeholders(texts[language].get(key) ?? '').join() !== placeholders(text).join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })
})

describe.each(['en', 'fr', 'nl', 'de'] as const)('in %s', language => {
  const own = [...texts[language]]

  test('no text is empty or has space around it', () => {
    expect(own.filter(([, text]) => text === '' || text !== text.trim())).toEqual([])
  })

  test('every text that counts has both its forms, and says how many where they are many', () => {
    const counted = own.filter(([key]) => /_(?:one|other)$/.test(key))
    const incomplete = counted.filter(([key, text]) => {
      const other = key.endsWith('_one') ? key.replace(/_one$/, '_other') : key.replace(/_other$/, '_one')
      const isSilent = key.endsWith('_other') && !placeholders(text).includes('count')
      return !texts[language].has(other) || isSilent
    })
    expect(incomplete).toEqual([])
  })

  test('nobody is shouted at', () => {
    expect(own.filter(([key, text]) => text.includes('!') && !key.includes('keyboard'))).toEqual([])
  })

  test('apostrophes and dashes are the printed ones', () => {
    expect(own.filter(([, text]) => /\p{L}'\p{L}|--|\.\.\./u.test(text))).toEqual([])
  })

  test.each(['canteen', 'medical', 'requests', 'account', 'notices', 'web'] as const)(
    'the %s has one name, in the rail and above its screen',
    place => {
      expect(resources[language][place].title).toBe(resources[language].frame.places[place])
    },
  )

  test('what waits for the person is called so everywhere', () => {
    expect(resources[language].requests.state['needs-you']).toBe(resources[language].common.state.needsYou)
  })
})
