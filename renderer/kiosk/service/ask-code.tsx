import { PinPad } from '#renderer/ui/fields/pin-pad.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { PadPage } from '../layout/pad-page.tsx'
import { useNow } from '../stores/use-now.ts'
import { CodeNews } from './code-news.tsx'
import type { Service } from './service-store.ts'

const DIGITS = 8
const COUNTDOWN_MS = 250

/** The one thing that can be typed here. Shown as it is typed: it is read off a slip, and worth nothing afterwards. */
export function AskCode({ service }: { readonly service: Service }) {
  const { t } = useTranslation('service')
  const { isEquipped, waitUntilMs, isTrying, news } = useStore(service.store)
  const now = useNow(COUNTDOWN_MS)
  const [code, setCode] = useState('')
  const waitSeconds = waitUntilMs === null ? 0 : Math.max(0, Math.ceil((waitUntilMs - now) / 1000))
  const submit = async () => {
    await service.tryCode(code)
    setCode('')
  }
  return (
    <PadPage
      title={t('askTitle')}
      hint={t('askHint')}
      message={<CodeNews isEquipped={isEquipped} news={news} waitSeconds={waitSeconds} />}
      onBack={service.leave}
      backLabel={t('toSignIn')}
    >
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
    </PadPage>
  )
}
