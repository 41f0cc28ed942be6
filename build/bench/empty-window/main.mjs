import { app, BrowserWindow, Menu } from 'electron'

/* The least an Electron program can be, with the kiosk's own sandbox: what its start and its memory are measured against. */
app.enableSandbox()
Menu.setApplicationMenu(null)
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    show: false,
    width: 1366,
    height: 768,
    useContentSize: true,
    webPreferences: { sandbox: true },
  })
  window.once('ready-to-show', () => window.show())
  return window.loadURL('data:text/html,<h1>ready</h1>')
})
