import { join } from 'node:path'
import { plainWord, squidFiles, type SquidSettings } from '../squid-settings.ts'

/**
 * Squid listens on loopback to connections that say first whose they are, and ends TLS with certificates it makes for the
 * host of the CONNECT. It does so before it has spoken to any site: nothing goes out until a request has been judged.
 */
export function listenSection({ port, folder, authoritiesFile, hostsFile }: SquidSettings): readonly string[] {
  const file = (name: keyof typeof squidFiles): string => plainWord(join(folder, squidFiles[name]))
  const bump = `ssl-bump generate-host-certificates=on dynamic_cert_mem_cache_size=4MB tls-cert=${file('authority')}`
  const trusted = authoritiesFile === undefined ? [] : [`cafile=${plainWord(authoritiesFile)}`]
  return [
    `http_port 127.0.0.1:${port} require-proxy-header connection-auth=off ${bump}`,
    'acl door src 127.0.0.1/32',
    'proxy_protocol_access allow door',
    'proxy_protocol_access deny all',
    'ssl_bump bump all',
    `sslcrtd_program /usr/lib/squid/security_file_certgen -s ${file('certificates')} -M 4MB`,
    'sslcrtd_children 4 startup=1 idle=1',
    ['tls_outgoing_options min-version=1.2', ...trusted].join(' '),
    'sslproxy_cert_error deny all',
    'visible_hostname guichet-gateway.invalid',
    `pid_filename ${file('pid')}`,
    `error_directory ${file('errorPages')}`,
    ...(hostsFile === undefined ? [] : [`hosts_file ${plainWord(hostsFile)}`]),
    'coredump_dir none',
    'pinger_enable off',
    'global_internal_static off',
    'httpd_suppress_version_string on',
  ]
}
