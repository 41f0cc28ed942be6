import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusal } from './boundaries.mjs'

/**
 * The little of the linter's plugin interface that is used here.
 *
 * @typedef {{ type: string, source: { value?: unknown } | null, importKind?: string, exportKind?: string }} ImportingNode
 * @typedef {{ filename: string, report: (problem: { node: object, message: string }) => void }} RuleContext
 */

const top = fileURLToPath(new URL('../../', import.meta.url))

const boundaries = {
  /** @param {RuleContext} context */
  create(context) {
    const from = path.relative(top, context.filename).split(path.sep).join('/')
    /** @param {ImportingNode} node */
    const check = node => {
      if (typeof node.source?.value !== 'string') return
      const kind = node.importKind === 'type' || node.exportKind === 'type' ? 'type' : 'value'
      const message = refusal(from, node.source.value, kind)
      if (message !== undefined) context.report({ node: node.source, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

/** The project's own lint rules, loaded by `.oxlintrc.json`. */
export default { meta: { name: 'guichet' }, rules: { boundaries } }
