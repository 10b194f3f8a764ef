/** What the pure core of other rooms asks about a right. The room's own index brings its pages and passwords along. */
export type { Actor } from './actor.ts';
export { NOT_YOUR_ROLE, refusalWithout, type RightRefusal } from './refusal-without.ts';
