import { join } from 'node:path'
import { MAX_BODY_BYTES } from '#shared/policy/request-body.ts'
import { TERMINAL_TLV } from '../proxy-header.ts'
import { plainWord, squidFiles, type SquidSettings } from '../squid-settings.ts'

/** One line a request: when, which terminal, what for, which host, what became of it. No path, no query, no inmate. */
const LOG_FORMAT = `%ts.%03tu %proxy_protocol::>h{${TERMINAL_TLV}} %>rm %>rd:%>rP %>Hs %err_code %note{reason} %note{rule}`

/**
 * Nothing is kept of what passes: no page, no request. Limits and patience are those of the embedded engine.
 */
export function limitSection({ folder }: SquidSettings): readonly string[] {
  const file = (name: keyof typeof squidFiles): string => plainWord(join(folder, squidFiles[name]))
  return [
    'cache deny all',
    'cache_mem 0 MB',
    'memory_cache_mode network',
    'cache_store_log none',
    'strip_query_terms on',
    'log_mime_hdrs off',
    `logformat guichet ${LOG_FORMAT}`,
    `access_log stdio:${file('accessLog')} guichet`,
    `cache_log ${file('cacheLog')}`,
    'logfile_rotate 7',
    'uri_whitespace deny',
    'relaxed_header_parser off',
    'request_header_max_size 16 KB',
    'reply_header_max_size 64 KB',
    `request_body_max_size ${MAX_BODY_BYTES} bytes`,
    'reply_body_max_size 64 MB all',
    'client_request_buffer_max_size 128 KB',
    'negative_dns_ttl 30 seconds',
    'dns_timeout 5 seconds',
    'connect_timeout 10 seconds',
    'forward_timeout 15 seconds',
    'read_timeout 30 seconds',
    'request_start_timeout 90 seconds',
    'request_timeout 30 seconds',
    'client_idle_pconn_timeout 90 seconds',
    'half_closed_clients off',
    'pipeline_prefetch 0',
    'shutdown_lifetime 2 seconds',
  ]
}
