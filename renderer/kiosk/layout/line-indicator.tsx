import { classNames } from '#renderer/ui/class-names.ts'
import tones from '#renderer/ui/display/tones.module.css'
import { Panel } from '#renderer/ui/overlay/panel.tsx'
import {
  ArrowUpFromLine,
  ChevronDown,
  CloudOff,
  Hourglass,
  type LucideIcon,
  Search,
  Unplug,
  Wifi,
  Wrench,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLine } from '../stores/use-line.ts'
import styles from './line-indicator.module.css'
import { LinePanel } from './line-panel.tsx'
import { lineTones, type LineWord } from './line-words.ts'
import { useLineWord } from './use-line-word.ts'

const icons: Readonly<Record<LineWord, LucideIcon>> = {
  connected: Wifi,
  sending: ArrowUpFromLine,
  offline: CloudOff,
  busy: Hourglass,
  maintenance: Wrench,
  refused: Unplug,
  unknown: Search,
}

/** The line in one quiet word, always in sight; pressed, it says what is waiting and what it is doing. */
export function LineIndicator() {
  const { t } = useTranslation('frame')
  const line = useLine()
  const word = useLineWord()
  const Icon = icons[word]
  return (
    <Panel
      label={t('panel.title')}
      renderTrigger={({ ref, isExpanded, controls, onPress }) => (
        <button
          ref={ref}
          type="button"
          className={classNames(styles['indicator'], tones[lineTones[word]])}
          aria-expanded={isExpanded}
          aria-controls={controls}
          onClick={onPress}
        >
          <span className={styles['mark']}>
            <Icon className={styles['icon']} aria-hidden />
          </span>
          <output className={styles['word']}>{t(`line.${word}`)}</output>
          <ChevronDown className={styles['more']} aria-hidden />
        </button>
      )}
    >
      <LinePanel word={word} line={line} />
    </Panel>
  )
}
