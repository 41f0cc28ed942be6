import type { Command } from 'commander'
import { addPolicyCheckCommand } from './policy-check.ts'
import { addPolicyExplainCommand } from './policy-explain.ts'
import { addPolicyLearnCommand } from './policy-learn.ts'
import { addPolicyPublishCommand, addPolicyShowCommand } from './policy-publish.ts'

/** `guichet policy`: which web sites may be used, and why one may not. */
export function addPolicyCommand(program: Command): void {
  const policy = program.command('policy').description('the web policy: check, explain, learn, publish, show')
  addPolicyCheckCommand(policy)
  addPolicyExplainCommand(policy)
  addPolicyLearnCommand(policy)
  addPolicyPublishCommand(policy)
  addPolicyShowCommand(policy)
}
