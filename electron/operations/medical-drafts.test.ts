import type { MedicalDraft } from '#shared/contracts/bridge.ts'
import { expect, test } from 'vitest'
import { amara, bilal, newId } from '../testing/sample-operations.ts'
import { createMedicalDrafts } from './medical-drafts.ts'

const draft = (): MedicalDraft => ({ operationId: newId(), step: 2, content: { service: 'dentist' } })

test('keeps each person’s own', () => {
  const drafts = createMedicalDrafts()
  const own = draft()
  drafts.keep(amara.inmateId, own)
  expect(drafts.read(amara.inmateId)).toEqual(own)
  expect(drafts.read(bilal.inmateId)).toBeNull()
})

test('forgets one its person lets go', () => {
  const drafts = createMedicalDrafts()
  drafts.keep(amara.inmateId, draft())
  drafts.keep(amara.inmateId, null)
  expect(drafts.read(amara.inmateId)).toBeNull()
})

test('forgets one that was confirmed, and not another', () => {
  const drafts = createMedicalDrafts()
  const own = draft()
  drafts.keep(amara.inmateId, own)
  drafts.confirmed(amara.inmateId, newId())
  expect(drafts.read(amara.inmateId)).toEqual(own)
  drafts.confirmed(amara.inmateId, own.operationId)
  expect(drafts.read(amara.inmateId)).toBeNull()
})

test('forgets those of people who moved away', () => {
  const drafts = createMedicalDrafts()
  drafts.keep(amara.inmateId, draft())
  drafts.keep(bilal.inmateId, draft())
  drafts.keepOnly(new Set([bilal.inmateId]))
  expect([drafts.read(amara.inmateId), drafts.read(bilal.inmateId)?.step]).toEqual([null, 2])
})
