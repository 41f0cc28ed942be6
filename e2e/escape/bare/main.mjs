import { app, BaseWindow, screen, WebContentsView } from 'electron'
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
  view.webContents.once('destroyed', () => {
    if (!window.isDestroyed()) window.destroy()
  })
  void view.webContents.loadURL('about:blank')
}

void app.whenReady().then(open)
// A site that closes its window takes the program's only one: another is opened, so that the next case has one.
app.on('window-all-closed', open)
