/** What the pure core of other rooms asks about a right. The room's own index brings its pages and passwords along. */
export { NOT_YOUR_ROLE, refusalWithout } from './refusal-without.ts';
