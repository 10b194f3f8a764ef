/** Decides one file in a process of its own and prints its peak memory in bytes, and the records decided. */
import process from 'node:process';
import { decideFile, loadSetting } from './decide-file.ts';

const [path] = process.argv.slice(2);
const answer = await decideFile(path!, await loadSetting());
process.stdout.write(JSON.stringify({ bytes: process.resourceUsage().maxRSS * 1024, decided: answer.decided }));
