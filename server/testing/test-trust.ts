import type { Trust } from '../enrolment/terminal-configuration.ts'
import { TEST_MEDICAL_KEY_ID } from './a-prison.ts'

const certificatePem = (name: string) => `-----BEGIN CERTIFICATE-----\n${name}\n-----END CERTIFICATE-----\n`
const publicKey = 'A'.repeat(43)

/** Whom a test's new terminals are told to trust. */
export const testTrust: Trust = {
  authorityPem: certificatePem('server'),
  webAuthorityPem: certificatePem('web'),
  receiptKey: { keyId: 'test-receipts', publicKey },
  readSigners: () => Promise.resolve([{ keyId: 'test-state-key', publicKey }]),
  readRecoveryKey: () => Promise.resolve({ keyId: 'test-recovery-key', publicKey: 'B'.repeat(87) }),
  readMedicalKey: () => Promise.resolve({ keyId: TEST_MEDICAL_KEY_ID, publicKey: 'A'.repeat(87) }),
}
