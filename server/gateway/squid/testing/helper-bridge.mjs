import { connect } from 'node:net'
import { argv, exit, stdin, stdout } from 'node:process'

// Stands where the helper stands under Squid, and carries its lines to the test that answers them.
const socket = connect(argv[2] ?? '')
socket.on('error', () => exit(1))
socket.on('close', () => exit(1))
stdin.pipe(socket).pipe(stdout)
