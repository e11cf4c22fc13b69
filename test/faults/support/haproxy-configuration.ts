/** A message of PostgreSQL's protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html */
function message(kind: string, body: Buffer): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind, 'latin1'), length, body]).toString('hex');
}

const VERSION_3 = Buffer.from('00030000', 'hex');

const STARTUP = message(
  '',
  Buffer.concat([VERSION_3, Buffer.from('user\0haproxy\0database\0postgres\0\0', 'latin1')]),
);
const QUERY = message('Q', Buffer.from('SELECT pg_is_in_recovery()\0', 'latin1'));
const TERMINATE = message('X', Buffer.alloc(0));

/** "Ready for query", in no transaction. */
const READY = message('Z', Buffer.from('I', 'latin1'));

/** A row of one column of one byte: "f", false. A standby says "t". */
const PRIMARY = message('D', Buffer.from('00010000000166', 'hex'));

/**
 * The haproxy.cfg of docs/HIGH-AVAILABILITY.md: connections lead to the server that is not in recovery. It asks as the
 * role `haproxy`, which needs no rights and no password (`trust` in pg_hba.conf, for HAProxy's address only).
 */
export function haproxyConfiguration(bind: string, nodes: readonly string[]): string {
  const servers = nodes.map((node, index) => `    server node${index + 1} ${node} check`);
  return `
global
    maxconn 1000

defaults
    mode tcp
    timeout connect 3s
    # The bot's own statements end after 10 s; an idle connection is closed by the bot after 5 minutes.
    timeout client 10m
    timeout server 10m

listen petition
    bind ${bind}
    option tcp-check
    tcp-check connect
    # Startup as the role "haproxy" in the database "postgres", then: ready for query
    tcp-check send-binary ${STARTUP}
    tcp-check expect binary ${READY}
    # SELECT pg_is_in_recovery(), and the answer "f": this is the primary
    tcp-check send-binary ${QUERY}
    tcp-check expect binary ${PRIMARY}
    tcp-check send-binary ${TERMINATE}
    default-server inter 1s fastinter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${servers.join('\n')}
`.trimStart();
}
