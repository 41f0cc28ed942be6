import type { Account, AccountEntry } from '#shared/contracts/account.ts'
import type { Category, OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { InmateId, NoticeId } from '#shared/contracts/ids.ts'
import type { Notice } from '#shared/contracts/notice.ts'
import type { Request } from '#shared/contracts/request.ts'
import type { GuichetDatabase } from './database.ts'

const valueOf = <Value>(row: { readonly value: Value }): Value => row.value

export async function readCategories(db: GuichetDatabase): Promise<readonly Category[]> {
  return (await db.categories.toArray()).map(valueOf)
}

export async function readProducts(db: GuichetDatabase): Promise<readonly Product[]> {
  return (await db.products.toArray()).map(valueOf)
}

export async function readWindows(db: GuichetDatabase): Promise<readonly OrderWindow[]> {
  return (await db.windows.toArray()).map(valueOf)
}

export async function readNotices(db: GuichetDatabase): Promise<readonly Notice[]> {
  return (await db.notices.toArray()).map(valueOf)
}

/** One inmate's requests, as the prison last sent them. */
export async function readRequests(db: GuichetDatabase, inmateId: InmateId): Promise<readonly Request[]> {
  return (await db.requests.where('value.inmateId').equals(inmateId).toArray()).map(valueOf)
}

/** Null: the prison has not sent this inmate's account. */
export async function readAccount(db: GuichetDatabase, inmateId: InmateId): Promise<Account | null> {
  return (await db.accounts.where('value.inmateId').equals(inmateId).first())?.value ?? null
}

export async function readAccountEntries(db: GuichetDatabase, inmateId: InmateId): Promise<readonly AccountEntry[]> {
  return (await db.accountEntries.where('value.inmateId').equals(inmateId).toArray()).map(valueOf)
}

export async function readNoticesRead(db: GuichetDatabase, inmateId: InmateId): Promise<ReadonlySet<NoticeId>> {
  return new Set((await db.noticesRead.where({ inmateId }).toArray()).map(({ noticeId }) => noticeId))
}

export async function readHasCopy(db: GuichetDatabase): Promise<boolean> {
  return (await db.meta.get('sync'))?.hasCopy ?? false
}
