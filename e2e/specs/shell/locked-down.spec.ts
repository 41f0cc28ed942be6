import { OutsideSite } from '../../fixtures/outside-site.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'

const KIOSK = 'guichet://kiosk/'

test('the page stays where it is, whatever it tries', async ({ launch }) => {
  const outside = await OutsideSite.open()
  const { app, page, heading } = await launch()
  await expect(heading).toHaveText('Who is signing in?')
  const tried = await page.evaluate(async url => {
    const link = document.createElement('a')
    link.href = `${url}/link`
    link.target = '_blank'
    const form = document.createElement('form')
    form.action = `${url}/form`
    form.method = 'post'
    const frame = document.createElement('iframe')
    frame.src = `${url}/frame`
    const image = new Image()
    image.src = `${url}/image`
    document.body.append(link, form, frame, image)
    link.click()
    form.submit()
    const opened = window.open(`${url}/open`)
    navigator.sendBeacon(`${url}/beacon`)
    const fetched = await fetch(`${url}/fetch`).then(
      () => 'answered',
      () => 'refused',
    )
    location.assign(`${url}/assign`)
    return { fetched, opened: opened === null }
  }, outside.url)
  expect(tried).toEqual({ fetched: 'refused', opened: true })

  await app.evaluate(({ BaseWindow }) => {
    for (const window of BaseWindow.getAllWindows()) window.close()
  })
  expect(await runInPage(app, KIOSK, 'document.querySelector("h1").textContent')).toBe('Who is signing in?')
  expect(await runInPage(app, KIOSK, 'location.href')).toBe('guichet://kiosk/index.html')
  expect(app.windows()).toHaveLength(1)
  expect(await app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows().length)).toBe(1)
  expect(outside.arrived).toEqual([])
  outside.close()
})

test('keys that are not for typing do nothing and do not reach the page', async ({ launch }) => {
  const { app, page, heading } = await launch()
  await expect(heading).toHaveText('Who is signing in?')
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    addEventListener('keydown', event => heard.push(event.key), { capture: true })
  })
  // Pressed inside Electron, where a keyboard's keys come in: Playwright's own come in behind the lock.
  await app.evaluate(({ webContents }) => {
    const press = (keyCode: string, ...modifiers: ('control' | 'shift' | 'alt' | 'meta')[]) => {
      for (const contents of webContents.getAllWebContents()) {
        for (const type of ['keyDown', 'keyUp'] as const) contents.sendInputEvent({ type, keyCode, modifiers })
      }
    }
    press('I', 'control', 'shift')
    for (const key of ['F1', 'F5', 'F11', 'F12']) press(key)
    for (const key of ['P', 'R', 'W', 'Q', 'C', 'V']) press(key, 'control')
    press('Left', 'alt')
    press('F4', 'alt')
    press('a')
  })
  const heardLast = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.at(-1))
  await expect.poll(heardLast).toBe('a')
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  expect(heard).toEqual(['a'])
  const state = await app.evaluate(({ webContents, BaseWindow }) => ({
    tools: webContents.getAllWebContents().some(contents => contents.isDevToolsOpened()),
    full: BaseWindow.getAllWindows().some(window => window.isFullScreen()),
  }))
  expect(state).toEqual({ tools: false, full: false })
})

test('the page has no Node, one narrow bridge, and no way to take text for markup or script', async ({ launch }) => {
  const { page, heading } = await launch()
  await expect(heading).toHaveText('Who is signing in?')
  const found = await page.evaluate(async () => {
    const { guichet } = globalThis as unknown as {
      guichet: { call: (name: string, input: object) => Promise<{ ok: boolean; error?: { code: string } }> }
    }
    const failureOf = (attempt: () => unknown) => {
      try {
        attempt()
        return 'went through'
      } catch (error) {
        return (error as Error).name
      }
    }
    // Later, when what a debugger may do no longer counts.
    const evaluated = await new Promise<string>(resolve => {
      setTimeout(() => resolve(failureOf(() => Reflect.construct(Function, ['return 1']))))
    })
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in globalThis),
      bridge: Object.keys(guichet).toSorted(),
      unknown: (await guichet.call('shell:open', {})).error?.code,
      input: (await guichet.call('session:sign-in', { number: '1', pin: 'x', more: true })).error?.code,
      nobody: (await guichet.call('draft:read', {})).error?.code,
      markup: failureOf(() => {
        document.body.innerHTML = '<img src=x onerror=alert(1)>'
      }),
      evaluated,
    }
  })
  expect(found).toEqual({
    node: [],
    bridge: ['call', 'onEvent'],
    unknown: 'IPC_SENDER_REFUSED',
    input: 'IPC_INPUT_INVALID',
    nobody: 'SESSION_MISSING',
    markup: 'TypeError',
    evaluated: 'EvalError',
  })
})
