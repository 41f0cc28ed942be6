/** The answers of an invented prison. */
export const sampleAnswers: Readonly<Record<string, string>> = {
  SERVER: '10.77.0.5:7443',
  GATEWAY: '10.77.0.6:8443',
  TIME_SERVER: '10.77.0.7',
  ADDRESS: '10.77.0.12/24 10.77.0.1',
  TIME_ZONE: 'Europe/Brussels',
  KEYBOARD_LAYOUT: 'be',
  USB_DEVICES: '046d:c31c 03:01:01 03:00:00; 046d:c077 03:01:02',
  ROOT_DEVICE: 'LABEL=guichet-root',
  DATA_DEVICE: 'PARTLABEL=guichet-data',
  DATA_UNLOCK: 'tang 10.77.0.8:80',
  GRUB_PASSWORD: 'grub.pbkdf2.sha512.10000.00AB.00CD',
}

export function answersText(answers: Readonly<Record<string, string>>): string {
  return Object.entries(answers)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}
