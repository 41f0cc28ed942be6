import { readState } from '../control/state/read-state.ts'
import type { Trust } from '../enrolment/terminal-configuration.ts'
import { currentMedicalKey } from '../medical/service-key.ts'
import { currentRecoveryKey } from '../recovery/recovery-key.ts'
import type { ServerKeys } from './server-keys.ts'

/** Whom the terminals of this server are told to trust, from its own keys and what its database says at that moment. */
export function enrolmentTrust({ tls, webAuthority, receiptKey, stateKeys }: ServerKeys): Trust {
  const { keyId, publicKey } = stateKeys.first
  return {
    authorityPem: tls.authorityPem,
    webAuthorityPem: webAuthority.certificatePem,
    receiptKey,
    // Whom the document in force names; before there is one, the key that will sign it.
    readSigners: async database => (await readState(database))?.document.signers ?? [{ keyId, publicKey }],
    readMedicalKey: currentMedicalKey,
    readRecoveryKey: currentRecoveryKey,
  }
}
