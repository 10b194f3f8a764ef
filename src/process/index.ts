/** The life of a program: its port, its signals, how it starts, how it ends, and its version. */
export { programVersion } from './program-version.ts';
export { StartFault } from './start-fault.ts';
export { untilStopped, type Life } from './until-stopped.ts';
export { waitForPort } from './wait-for-port.ts';
export { addressOf } from './address-of.ts';
export { logStream } from './standard-output.ts';
