import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import type { ServiceFacts } from '#shared/contracts/service-channels.ts'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLineWord } from '../layout/use-line-word.ts'
import styles from './service-card.module.css'
import { useLeaseWords } from './use-lease-words.ts'

const SHORT_COMMIT = 10

/** What this terminal knows of itself. */
export function FactsCard({ facts }: { readonly facts: ServiceFacts | undefined }) {
  const { t } = useTranslation('service')
  const id = useId()
  return (
    <Card as="section" labelledBy={id}>
      <h2 id={id} className={styles['title']}>
        {t('facts.title')}
      </h2>
      {facts === undefined ? <Skeleton count={6} shape="line" /> : <Facts facts={facts} />}
    </Card>
  )
}

function Facts({ facts }: { readonly facts: ServiceFacts }) {
  const { t } = useTranslation(['service', 'frame'])
  const word = useLineWord()
  const lease = useLeaseWords(facts.lease)
  const { waiting, damaged } = facts.journal
  return (
    <dl className={styles['facts']}>
      <Fact name={t('service:facts.version')}>{facts.version}</Fact>
      <Fact name={t('service:facts.build')}>
        <Build build={facts.build} />
      </Fact>
      <Fact name={t('service:facts.server')}>{facts.server}</Fact>
      <Fact name={t('service:facts.line')}>{t(`frame:line.${word}`)}</Fact>
      <Fact name={t('service:facts.lease')}>{lease}</Fact>
      <Fact name={t('service:facts.journal')}>
        <span>{t('service:facts.waiting', { count: waiting })}</span>
        {damaged > 0 && <span>{t('service:facts.damaged', { count: damaged })}</span>}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt className={styles['name']}>{name}</dt>
      <dd className={styles['value']}>{children}</dd>
    </div>
  )
}

function Build({ build }: Pick<ServiceFacts, 'build'>) {
  const { t } = useTranslation('service')
  const format = useFormat()
  if (build === null) return t('facts.checkout')
  return (
    <>
      <span>{build.commit.slice(0, SHORT_COMMIT)}</span>
      <span>{format.full(build.builtAt)}</span>
      {build.isDevelopment && <span>{t('facts.development')}</span>}
    </>
  )
}
