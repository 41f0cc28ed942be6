import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const renderer = path.join(import.meta.dirname, '..')

/** Attributes whose value a person sees or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'line',
  'error',
])

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** The words a person would see or hear that stand in a source and not in the texts. */
function literalTexts(source: string): readonly string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (!isNode(node) || Array.isArray(node)) return
    found.push(...wordsOf(node))
    Object.values(node).forEach(visit)
  }
  visit(parseSync('screen.tsx', source).program.body)
  return found.filter(text => /\p{L}{2}/u.test(text)).map(text => text.trim())
}

function wordsOf(node: Node): readonly string[] {
  if (Array.isArray(node['children'])) return node['children'].flatMap(stringsIn)
  if (node['type'] !== 'JSXAttribute' || !isNode(node['name'])) return []
  return spoken.has(String(node['name']['name'])) ? stringsIn(node['value']) : []
}

/** The strings an expression can come out as, where they stand there as they are. */
function stringsIn(node: unknown): readonly string[] {
  if (!isNode(node)) return []
  switch (node['type']) {
    case 'JSXText':
      return [String(node['value'])]
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : []
    case 'JSXExpressionContainer':
      return stringsIn(node['expression'])
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']].flatMap(stringsIn)
    case 'LogicalExpression':
      return stringsIn(node['right'])
    case 'TemplateLiteral':
      return Array.isArray(node['quasis']) ? node['quasis'].flatMap(stringsIn) : []
    case 'TemplateElement':
      return isNode(node['value']) ? [String(node['value']['raw'])] : []
    default:
      return []
  }
}

test.each([
  ['sees words between tags', '<p>Not here</p>', ['Not here']],
  ['sees words before a value', '<p>Sum {total}</p>', ['Sum']],
  ['sees words that depend on something', "<p>{a ? 'This' : b && 'that'}</p>", ['This', 'that']],
  ['sees words in braces', "<p>{'Not here'}</p>", ['Not here']],
  ['sees words in a template', '<p>{`Sum`}</p>', ['Sum']],
  ['sees a label', '<button aria-label="Close" />', ['Close']],
  ['lets texts by key pass', "<p title={t('title')}>{t('close')}</p>", []],
  ['lets figures and signs pass', '<span>· 12 €</span>', []],
  ['lets class names pass', '<span className={styles[\'badge\']} data-shape="tall" />', []],
])('%s', (_name, source, found) => {
  expect(literalTexts(source)).toEqual(found)
})

const screens = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
  file => /^(?:kiosk|console|ui)\//.test(file) && file.endsWith('.tsx') && !/\.test\.tsx$|\/testing\//.test(file),
)

test.each(screens)('%s holds no text of its own', file => {
  expect(literalTexts(readFileSync(path.join(renderer, file), 'utf8'))).toEqual([])
})
