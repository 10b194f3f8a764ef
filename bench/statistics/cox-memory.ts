// Prints the peak of this process's memory in bytes: with the word "fit" having made a million people and fitted Cox's
// model to them, without it having only begun. In a process of its own, so that nothing else is counted.
import { coxOf } from './methods.ts';
import { madeUpPeople } from './people.ts';

if (process.argv[2] === 'fit') coxOf(madeUpPeople(1_000_000, 1));
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
