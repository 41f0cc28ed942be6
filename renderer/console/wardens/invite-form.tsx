import { Button } from '#renderer/ui/actions/button.tsx'
import { staffNameSchema } from '#shared/contracts/staff.ts'
import { Copy, Link } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { InputField } from '../layout/input-field.tsx'
import pageStyles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { useTask } from '../layout/use-task.ts'
import styles from './wardens.module.css'

interface Invitation {
  readonly name: string
  readonly url: string
}

/** Makes a one-time link and shows it, once. */
export function InviteForm({ onInvited }: { readonly onInvited: () => void }) {
  const { t } = useTranslation('console')
  const { api } = useConsole()
  const [name, setName] = useState('')
  const [invitation, setInvitation] = useState<Invitation>()
  const { run, isRunning, failure } = useTask()
  const known = staffNameSchema.safeParse(name).data
  const invite = (whom: string) =>
    run(async () => {
      const { url } = await api.invite(whom)
      setInvitation({ name: whom, url })
      setName('')
      onInvited()
    })
  return (
    <Section title={t('wardens.invite')}>
      <InputField
        label={t('wardens.name')}
        hint={t('wardens.nameHint')}
        value={name}
        maxLength={60}
        onChange={setName}
      />
      <FailureNote failure={failure} />
      <Button
        variant="primary"
        icon={Link}
        isDisabled={known === undefined}
        isPending={isRunning}
        onPress={() => {
          if (known !== undefined) invite(known)
        }}
      >
        {t('wardens.make')}
      </Button>
      {invitation !== undefined && <InvitationLink {...invitation} />}
    </Section>
  )
}

function InvitationLink({ name, url }: Invitation) {
  const { t } = useTranslation('console')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    setCopied(true)
  }
  return (
    <output className={styles['result']}>
      <h3>{t('wardens.link', { name })}</h3>
      <p className={pageStyles['quiet']}>{t('wardens.linkHint', { name })}</p>
      <p className={styles['link']}>{url}</p>
      <Button icon={Copy} onPress={() => void copy().catch(() => undefined)}>
        {isCopied ? t('wardens.copied') : t('wardens.copy')}
      </Button>
    </output>
  )
}
