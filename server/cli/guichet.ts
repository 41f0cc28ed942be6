import { Command, CommanderError } from 'commander'
import process from 'node:process'
import { ZodError } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { addAuditCommand } from './commands/audit.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addEnrolCommand } from './commands/enrol.ts'
import { addGatewayCommand } from './commands/gateway.ts'
import { addJournalCommand } from './commands/journal.ts'
import { addMedicalCommand } from './commands/medical.ts'
import { addPolicyCommand } from './commands/policy.ts'
import { addPrisonCommand } from './commands/prison.ts'
import { addReconcileCommand } from './commands/reconcile.ts'
import { addRecoveryCommand } from './commands/recovery.ts'
import { addRequestsCommand } from './commands/requests.ts'
import { addRevokeCommand } from './commands/revoke.ts'
import { addSeedCommand } from './commands/seed.ts'
import { addServerCommand } from './commands/server.ts'
import { addServiceCodeCommand } from './commands/service-code.ts'
import { addSimulateCommand } from './commands/simulate.ts'
import { addStaffCommand } from './commands/staff.ts'
import { addStateCommand } from './commands/state.ts'
import { addTerminalCommand } from './commands/terminal.ts'
import { addTerminalsCommand } from './commands/terminals.ts'
import { addUpdateCommand } from './commands/update.ts'
import { addWebCommand } from './commands/web.ts'
import { complain } from './print.ts'
import { readVersion } from './read-version.ts'

const DONE = 0
const REFUSED = 1
const WRONG_USAGE = 2

function createProgram(): Command {
  const program = new Command('guichet')
    .description('The prison server, and the tools around it.')
    .version(readVersion(import.meta.dirname))
    .showHelpAfterError()
    .exitOverride()
  addServerCommand(program)
  addSimulateCommand(program)
  addStaffCommand(program)
  addSeedCommand(program)
  addPrisonCommand(program)
  addEnrolCommand(program)
  addTerminalCommand(program)
  addTerminalsCommand(program)
  addRevokeCommand(program)
  addServiceCodeCommand(program)
  addGatewayCommand(program)
  addMedicalCommand(program)
  addRecoveryCommand(program)
  addJournalCommand(program)
  addRequestsCommand(program)
  addReconcileCommand(program)
  addPolicyCommand(program)
  addWebCommand(program)
  addStateCommand(program)
  addAuditCommand(program)
  addDoctorCommand(program)
  addUpdateCommand(program)
  return program
}

/** Says what went wrong in one line and answers the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
  if (error instanceof ZodError) {
    for (const issue of error.issues) complain(`${issue.path.join('.')}: ${issue.message}`)
    return WRONG_USAGE
  }
  if (error instanceof GuichetError) {
    complain(`${error.message} (${error.code})`)
    return REFUSED
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return REFUSED
}

try {
  await createProgram().parseAsync(process.argv)
} catch (error) {
  process.exitCode = explain(error)
}
