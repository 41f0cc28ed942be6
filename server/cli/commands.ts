import type { Command } from 'commander'

type Add = (program: Command) => void

/** By the word that asks for it, in the order of the help. */
const commands: ReadonlyMap<string, () => Promise<Add>> = new Map([
  ['server', async () => (await import('./commands/server.ts')).addServerCommand],
  ['simulate', async () => (await import('./commands/simulate.ts')).addSimulateCommand],
  ['staff', async () => (await import('./commands/staff.ts')).addStaffCommand],
  ['seed', async () => (await import('./commands/seed.ts')).addSeedCommand],
  ['prison', async () => (await import('./commands/prison.ts')).addPrisonCommand],
  ['enrol', async () => (await import('./commands/enrol.ts')).addEnrolCommand],
  ['terminal', async () => (await import('./commands/terminal.ts')).addTerminalCommand],
  ['terminals', async () => (await import('./commands/terminals.ts')).addTerminalsCommand],
  ['revoke', async () => (await import('./commands/revoke.ts')).addRevokeCommand],
  ['service-code', async () => (await import('./commands/service-code.ts')).addServiceCodeCommand],
  ['gateway', async () => (await import('./commands/gateway.ts')).addGatewayCommand],
  ['medical', async () => (await import('./commands/medical.ts')).addMedicalCommand],
  ['recovery', async () => (await import('./commands/recovery.ts')).addRecoveryCommand],
  ['journal', async () => (await import('./commands/journal.ts')).addJournalCommand],
  ['requests', async () => (await import('./commands/requests.ts')).addRequestsCommand],
  ['reconcile', async () => (await import('./commands/reconcile.ts')).addReconcileCommand],
  ['policy', async () => (await import('./commands/policy.ts')).addPolicyCommand],
  ['web', async () => (await import('./commands/web.ts')).addWebCommand],
  ['state', async () => (await import('./commands/state.ts')).addStateCommand],
  ['audit', async () => (await import('./commands/audit.ts')).addAuditCommand],
  ['doctor', async () => (await import('./commands/doctor.ts')).addDoctorCommand],
  ['update', async () => (await import('./commands/update.ts')).addUpdateCommand],
])

/**
 * Adds the one command that is asked for, or all where that is none of them: for the help, and for what to say to a word that
 * is no command. Each brings a different part of the server along, and reading all of it takes longer than most of them do.
 */
export async function addCommands(program: Command, asked: string | undefined): Promise<void> {
  const load = asked === undefined ? undefined : commands.get(asked)
  const wanted = load === undefined ? [...commands.values()] : [load]
  for (const add of await Promise.all(wanted.map(one => one()))) add(program)
}
