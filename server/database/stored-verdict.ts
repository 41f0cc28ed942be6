import type { Rejection } from '#shared/contracts/verdict.ts'

/** What an operation was answered, and every repeat of it is answered again. */
export type StoredVerdict = { readonly receipt: string } | { readonly rejection: Rejection }
