import type { EscapeCase } from './escape-case.ts'

const category = 'permission-device'

/** Calls something, and keeps whether it was granted. A program that does not live through it has lost as well. */
function asks(call: string): Pick<EscapeCase, 'gesture' | 'observe' | 'fired'> {
  return {
    gesture: `Promise.resolve().then(() => ${call}).then(answer => { globalThis.got = answer !== 'denied' }, () => 0)`,
    observe: 'globalThis.got === true',
    fired: ({ observed, isAlive }) => observed === true || !isAlive,
  }
}

/** Whether the interface is there at all: without a device none of them grants anything. */
function offers(name: string, call: string): Pick<EscapeCase, 'gesture' | 'observe' | 'fired'> {
  return {
    gesture: `Promise.resolve().then(() => ${call}).catch(() => 0)`,
    observe: `navigator.${name} !== undefined`,
    fired: ({ observed, isAlive }) => observed === true || !isAlive,
  }
}

const names = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'notifications',
  'payment-handler',
  'persistent-storage',
  'screen-wake-lock',
  'storage-access',
  'window-management',
]

export const permissionDeviceCases: readonly EscapeCase[] = [
  { id: 'PERM-01', category, attack: 'camera', ...asks('navigator.mediaDevices.getUserMedia({ video: true })') },
  {
    id: 'PERM-03',
    category,
    attack: 'picture of the screen',
    ...asks('navigator.mediaDevices.getDisplayMedia()'),
    inert: 'Electron has none to offer where the program does not',
  },
  { id: 'PERM-05', category, attack: 'notifications', ...asks('Notification.requestPermission()') },
  { id: 'PERM-07', category, attack: 'USB', ...offers('usb', 'navigator.usb.requestDevice({ filters: [] })') },
  { id: 'PERM-09', category, attack: 'HID', ...offers('hid', 'navigator.hid.requestDevice({ filters: [] })') },
  { id: 'X-SERIAL', category, attack: 'serial ports', ...offers('serial', 'navigator.serial.requestPort()') },
  {
    id: 'DOS-07',
    category: 'denial-of-service',
    attack: 'Bluetooth, without a system bus',
    ...offers('bluetooth', 'navigator.bluetooth.requestDevice({ acceptAllDevices: true })'),
    inert: 'Chromium on Linux offers no Bluetooth',
  },
  { id: 'PERM-11', category, attack: 'idle detection', ...asks('IdleDetector.requestPermission()') },
  { id: 'PERM-13', category, attack: 'the screens and their places', ...asks('getScreenDetails()') },
  {
    id: 'PERM-15',
    category,
    attack: 'protected media',
    ...asks(`navigator.requestMediaKeySystemAccess('com.widevine.alpha', [{ initDataTypes: ['cenc'],
      videoCapabilities: [{ contentType: 'video/mp4;codecs="avc1.42E01E"' }] }])`),
    inert: 'Electron brings no such module',
  },
  {
    id: 'PERM-17',
    category,
    attack: 'site as a handler of mailto:',
    gesture: `navigator.registerProtocolHandler('mailto', '/atk/perm-17/%s'); location = 'mailto:perm-17'`,
    fired: ({ elsewhere }) => elsewhere.some(({ detail }) => detail.includes('/atk/perm-17/mailto')),
    inert: 'Electron does not register sites',
  },
  {
    id: 'PERM-19',
    category,
    attack: 'presentation on another screen',
    ...asks(`new PresentationRequest(['/atk/perm-19/x']).start()`),
    inert: 'Electron finds no screen to present on',
  },
  {
    id: 'X-PERMISSIONS',
    category,
    attack: 'any permission by any name',
    gesture: `globalThis.got = []
      for (const name of ${JSON.stringify(names)}) navigator.permissions.query({ name })
        .then(({ state }) => { if (state === 'granted') got.push(name) }, () => 0)`,
    observe: 'globalThis.got',
    fired: ({ observed }) => Array.isArray(observed) && observed.length > 0,
  },
  {
    id: 'X-GEO',
    category,
    attack: 'where the terminal is',
    ...asks('new Promise((keep, give) => navigator.geolocation.getCurrentPosition(keep, give, { timeout: 500 }))'),
    inert: 'there is no service to ask',
  },
]
