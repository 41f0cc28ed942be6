import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import type { ServiceLogLine } from '#shared/contracts/service-channels.ts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './service-card.module.css'

/** The log's last lines as codes: for reading out over the telephone. */
export function LogCard({ lines }: { readonly lines: readonly ServiceLogLine[] }) {
  const { t } = useTranslation('service')
  const format = useFormat()
  const id = useId()
  return (
    <Card as="section" labelledBy={id}>
      <h2 id={id} className={styles['title']}>
        {t('log.title')}
      </h2>
      {lines.length === 0 && <p className={styles['hint']}>{t('log.empty')}</p>}
      <ol className={styles['lines']}>
        {numbered(lines).map(({ key, line: { at, level, part, code } }) => (
          <li key={key} className={styles['line']} data-level={level}>
            <time dateTime={at}>{format.time(at)}</time>
            <span>{t(`log.level.${level}`)}</span>
            <span className={styles['code']}>{part}</span>
            <span className={styles['code']}>{code}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Two lines may say the same at the same moment. */
function numbered(lines: readonly ServiceLogLine[]) {
  const seen = new Map<string, number>()
  return lines.map(line => {
    const said = `${line.at} ${line.part} ${line.code}`
    const count = (seen.get(said) ?? 0) + 1
    seen.set(said, count)
    return { key: `${said} ${count}`, line }
  })
}
