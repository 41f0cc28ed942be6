import { Button } from '#renderer/ui/actions/button.tsx'
import { PinPad } from '#renderer/ui/fields/pin-pad.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useNow } from '../stores/use-now.ts'
import styles from './ask-code.module.css'
import { CodeNews } from './code-news.tsx'
import type { Service } from './service-store.ts'

const DIGITS = 8
const COUNTDOWN_MS = 250

/** The one thing that can be typed here. Shown as it is typed: it is read off a slip, and worth nothing afterwards. */
export function AskCode({ service }: { readonly service: Service }) {
  const { t } = useTranslation('service')
  const heading = useHeadingFocus()
  const { isEquipped, waitUntilMs, isTrying, news } = useStore(service.store)
  const now = useNow(COUNTDOWN_MS)
  const [code, setCode] = useState('')
  const waitSeconds = waitUntilMs === null ? 0 : Math.max(0, Math.ceil((waitUntilMs - now) / 1000))
  const submit = async () => {
    await service.tryCode(code)
    setCode('')
  }
  return (
    <section className={styles['page']}>
      <div className={styles['words']}>
        <h1 ref={heading} className={styles['title']} tabIndex={-1}>
          {t('askTitle')}
        </h1>
        <p className={styles['hint']}>{t('askHint')}</p>
        <div className={styles['message']}>
          <CodeNews isEquipped={isEquipped} news={news} waitSeconds={waitSeconds} />
        </div>
        <div>
          <Button icon={ArrowLeft} onPress={service.leave}>
            {t('toSignIn')}
          </Button>
        </div>
      </div>
      <PinPad
        label={t('askTitle')}
        value={code}
        onChange={digits => {
          if (!isTrying) setCode(digits)
        }}
        onSubmit={() => void submit()}
        submitLabel={t('submit')}
        minLength={DIGITS}
        maxLength={DIGITS}
        isSecret={false}
        isPending={isTrying}
        isDisabled={waitSeconds > 0 || isEquipped !== true}
      />
    </section>
  )
}
