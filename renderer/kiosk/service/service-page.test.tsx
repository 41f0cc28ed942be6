import { FakeBridge } from '#renderer/data/testing/fake-bridge.ts'
import { HeldClock } from '#renderer/data/testing/held-clock.ts'
import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import type { ServiceFacts } from '#shared/contracts/service-channels.ts'
import type { Finding } from '#shared/doctor/finding.ts'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { EntranceProvider } from '../stores/kiosk-context.tsx'
import { createFakeKiosk } from '../stores/testing/fake-kiosk.ts'
import { bindServicePage } from './service-page.tsx'

const facts: ServiceFacts = {
  terminalName: 'A-07',
  version: '0.1.0',
  build: { commit: 'ab12cd34ef56', builtAt: '2026-11-20T10:00:00.000Z', isDevelopment: true },
  server: '10.0.0.5:7443',
  lease: { web: 'ended', local: 'fresh', nextEndMs: 125_000 },
  journal: { waiting: 2, damaged: 1 },
  log: [{ at: '2026-03-02T09:00:00.000Z', level: 'error', part: 'line', code: 'LINE_UNREACHABLE' }],
}
const finding: Finding = {
  check: 'network.rules',
  state: 'fail',
  about: 'the network’s rules in force',
  got: 'none',
  want: 'as written',
  means: 'This machine may reach what it should not.',
  remedy: 'systemctl restart nftables',
}

function show() {
  const main = new FakeBridge()
  const clock = new HeldClock()
  const acts = new Set<() => void>()
  const onLeave = vi.fn<() => void>()
  main.overrides = {
    'service:open': ({ code }) => (code === '12345678' ? { status: 'open' } : { status: 'refused', waitMs: 0 }),
    'service:read': () => facts,
    'service:examine': () => ({ findings: [finding, { ...finding, check: 'key.mode', state: 'ok' }] }),
    'service:restart': () => ({}),
    'service:stay': () => ({}),
  }
  const onInput = (acted: () => void) => {
    acts.add(acted)
    return () => acts.delete(acted)
  }
  const Page = bindServicePage({ bridge: main, clock, onInput })
  render(
    <TextsForTests>
      <EntranceProvider entrance={createFakeKiosk()}>
        <Page onLeave={onLeave} />
      </EntranceProvider>
    </TextsForTests>,
  )
  return {
    main,
    clock,
    onLeave,
    user: userEvent.setup(),
    touch: () => act(() => acts.forEach(acted => acted())),
    advance: (ms: number) => act(() => clock.advance(ms)),
    asked: (name: string) => main.calls.filter(call => call.name === name).length,
  }
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function open(bench: ReturnType<typeof show>) {
  await button('0')
  await bench.user.keyboard('12345678{Enter}')
  await screen.findByRole('heading', { name: 'Service: A-07' })
}

test('takes eight digits and shows how the terminal is', async () => {
  const bench = show()
  await open(bench)
  const shown = within(screen.getByRole('region', { name: 'This terminal' }))
  for (const text of ['0.1.0', 'ab12cd34ef', '10.0.0.5:7443', 'Connected', '2 wait to be sent']) {
    expect(shown.queryByText(text)).not.toBeNull()
  }
  expect(shown.queryByText('1 record cannot be read')).not.toBeNull()
  expect(shown.queryByText('The web’s has ended. Next end in 3 minutes')).not.toBeNull()
  expect(screen.queryByText('LINE_UNREACHABLE')).not.toBeNull()
})

test('has no field to type into but the digits, before the code and after it', async () => {
  const bench = show()
  expect(screen.queryByRole('textbox')).toBeNull()
  await open(bench)
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('link')).toBeNull()
})

test('says calmly that a code is wrong, and takes another', async () => {
  const { user } = show()
  await button('0')
  await user.keyboard('00000000{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('This code does not open this terminal.')
  await user.keyboard('12345678{Enter}')
  expect(await screen.findByRole('heading', { name: 'Service: A-07' })).not.toBeNull()
})

test('says that it waits, and takes no code meanwhile', async () => {
  const { main, user, asked } = show()
  main.overrides = { ...main.overrides, 'service:open': () => ({ status: 'refused', waitMs: 9_000_000_000_000 }) }
  await button('0')
  await user.keyboard('00000000{Enter}')
  expect(await screen.findByText(/The next code can be typed in/)).not.toBeNull()
  await user.keyboard('12345678{Enter}')
  expect(asked('service:open')).toBe(1)
})

test('the doctor looks when asked, and says what to do', async () => {
  const bench = show()
  await open(bench)
  expect(bench.asked('service:examine')).toBe(0)
  await bench.user.click(await button('Look now'))
  expect(await screen.findByText('Do: systemctl restart nftables')).not.toBeNull()
  expect(screen.queryByText('1 to look at')).not.toBeNull()
  expect(screen.queryByText('1 as it should be')).not.toBeNull()
})

test('asks before it restarts', async () => {
  const bench = show()
  await open(bench)
  await bench.user.click(await button('Restart the kiosk'))
  await bench.user.click(await button('Cancel'))
  expect(bench.asked('service:restart')).toBe(0)
  await bench.user.click(await button('Restart the kiosk'))
  await bench.user.click(await button('Restart now'))
  expect(bench.asked('service:restart')).toBe(1)
  expect((await screen.findByRole('alert')).textContent).toBe('The kiosk is restarting.')
})

test('leaves by itself after five minutes of nothing, and tells the main process that somebody is there', async () => {
  const bench = show()
  await open(bench)
  bench.advance(4 * 60_000)
  bench.touch()
  expect(bench.asked('service:stay')).toBe(1)
  bench.touch()
  expect(bench.asked('service:stay')).toBe(1)
  bench.advance(4 * 60_000)
  expect(bench.onLeave).not.toHaveBeenCalled()
  bench.advance(60_000)
  expect(bench.onLeave).toHaveBeenCalledTimes(1)
  expect(bench.asked('service:close')).toBe(1)
})

test('leaves when the main process no longer holds it open', async () => {
  const bench = show()
  await open(bench)
  act(() => bench.main.tell({ event: 'service-shut' }))
  expect(bench.onLeave).toHaveBeenCalledTimes(1)
})

test('says that no code opens a terminal that has none', async () => {
  const main = new FakeBridge()
  main.overrides = { 'service:ask': () => ({ isEquipped: false, waitMs: 0 }) }
  const Page = bindServicePage({ bridge: main, clock: new HeldClock(), onInput: () => () => undefined })
  render(
    <TextsForTests>
      <EntranceProvider entrance={createFakeKiosk()}>
        <Page onLeave={() => undefined} />
      </EntranceProvider>
    </TextsForTests>,
  )
  expect(await screen.findByText(/No code opens this terminal/)).not.toBeNull()
})
