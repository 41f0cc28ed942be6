import { app, BaseWindow, protocol, screen, WebContentsView } from 'electron'
import process from 'node:process'

/**
 * A browser with nothing closed: the same window, the same view and the same sandbox as the kiosk's, and no guard at all.
 * What does not get out of this one gets out of none, and proves nothing.
 */

app.enableSandbox()
app.setPath('userData', process.env['GUICHET_DATA'] ?? '')

function open() {
  const { bounds } = screen.getPrimaryDisplay()
  const window = new BaseWindow({ ...bounds, kiosk: true, fullscreen: true, frame: false, title: 'Bare' })
  const view = new WebContentsView({ webPreferences: { sandbox: true } })
  window.contentView.addChildView(view)
  view.setBounds({ x: 0, y: 80, width: bounds.width, height: bounds.height - 80 })
  void view.webContents.loadURL('about:blank')
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'guichet', privileges: { standard: true, secure: true, corsEnabled: true, supportFetchAPI: true } },
])
void app.whenReady().then(() => {
  // A program's own scheme, as open as it can be.
  protocol.handle('guichet', ({ url }) => {
    const type = url.endsWith('.svg') ? 'image/svg+xml' : 'text/html'
    const headers = { 'content-type': type, 'access-control-allow-origin': '*' }
    return new Response('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', { headers })
  })
  open()
})
